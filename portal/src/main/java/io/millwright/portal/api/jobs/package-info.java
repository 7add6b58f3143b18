/** Manages the API of jobs: submission, state, logs, curves, live events. */
@NullMarked
package io.millwright.portal.api.jobs;

import org.jspecify.annotations.NullMarked;
