/** Manages the pages of models: list, one version with its findings, versions side by side. */
@NullMarked
package io.millwright.portal.ui.models;

import org.jspecify.annotations.NullMarked;
