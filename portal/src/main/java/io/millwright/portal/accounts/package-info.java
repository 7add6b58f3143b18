/** Manages people's accounts at the identity provider, where administrators add people to tenants. */
@NullMarked
package io.millwright.portal.accounts;

import org.jspecify.annotations.NullMarked;
