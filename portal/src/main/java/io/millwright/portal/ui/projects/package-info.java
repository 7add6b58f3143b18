/** Manages the pages of projects: list, beginning one, training, scoring, and what came out. */
@NullMarked
package io.millwright.portal.ui.projects;

import org.jspecify.annotations.NullMarked;
