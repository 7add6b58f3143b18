/** Manages the API of the audit log and its exports. */
@NullMarked
package io.millwright.portal.api.audit;

import org.jspecify.annotations.NullMarked;
