/** Manages the API of templates, their installations and the projects that use them. */
@NullMarked
package io.millwright.portal.api.marketplace;

import org.jspecify.annotations.NullMarked;
