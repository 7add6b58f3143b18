/** Findings of a template as JSON. */
@NullMarked
package io.millwright.broker.runner.report;

import org.jspecify.annotations.NullMarked;
