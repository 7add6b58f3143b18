/** Manages the pages of those who run the installation: tenants, cluster, archives, the platform's log. */
@NullMarked
package io.millwright.portal.ui.operator;

import org.jspecify.annotations.NullMarked;
