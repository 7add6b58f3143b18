/** Manages what people see: Vaadin views by feature. */
@NullMarked
package io.millwright.portal.ui;

import org.jspecify.annotations.NullMarked;
