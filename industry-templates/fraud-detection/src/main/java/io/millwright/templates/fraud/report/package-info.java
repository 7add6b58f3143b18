/** Findings in figures, pictures and plain words. */
@NullMarked
package io.millwright.templates.fraud.report;

import org.jspecify.annotations.NullMarked;
