/** Manages the page of what a tenant has installed. */
@NullMarked
package io.millwright.portal.ui.installations;

import org.jspecify.annotations.NullMarked;
