/** What tests of the portal share: a portal on a real port, a real database, an identity provider of their own. */
@NullMarked
package io.millwright.portal.testing;

import org.jspecify.annotations.NullMarked;
