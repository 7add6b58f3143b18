/** Manages the page of what a tenant has used. */
@NullMarked
package io.millwright.portal.ui.usage;

import org.jspecify.annotations.NullMarked;
