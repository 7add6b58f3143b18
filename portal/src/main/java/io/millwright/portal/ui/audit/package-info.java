/** Manages the pages of the audit log: search, one entry, export. */
@NullMarked
package io.millwright.portal.ui.audit;

import org.jspecify.annotations.NullMarked;
