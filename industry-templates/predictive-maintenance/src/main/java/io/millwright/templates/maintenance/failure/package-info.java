/** Which rows are failures, or will be within a time: learnt, judged on machines, times or rows held out, and told. */
@NullMarked
package io.millwright.templates.maintenance.failure;

import org.jspecify.annotations.NullMarked;
