/** Manages the frame around all pages: navigation, the way at the top, the person's menu, the palette, error pages. */
@NullMarked
package io.millwright.portal.ui.shell;

import org.jspecify.annotations.NullMarked;
