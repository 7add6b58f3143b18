/** Manages the pages of the templates on offer: cards, a page for each, the consent before an installation. */
@NullMarked
package io.millwright.portal.ui.marketplace;

import org.jspecify.annotations.NullMarked;
