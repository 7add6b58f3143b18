/** Manages the small parts that all views are made of: pages, tables, chips, charts, texts, figures, notices. */
@NullMarked
package io.millwright.portal.ui.kit;

import org.jspecify.annotations.NullMarked;
