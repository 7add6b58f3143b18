/** Manages the pages of jobs: list, and one job as it runs. */
@NullMarked
package io.millwright.portal.ui.jobs;

import org.jspecify.annotations.NullMarked;
