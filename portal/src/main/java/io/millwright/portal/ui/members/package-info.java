/** Manages the page of a tenant's people and their roles. */
@NullMarked
package io.millwright.portal.ui.members;

import org.jspecify.annotations.NullMarked;
