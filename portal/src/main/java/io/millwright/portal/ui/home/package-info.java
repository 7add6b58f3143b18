/** Manages the first page of a tenant: the newcomer's path, what runs now, what came out lately. */
@NullMarked
package io.millwright.portal.ui.home;

import org.jspecify.annotations.NullMarked;
