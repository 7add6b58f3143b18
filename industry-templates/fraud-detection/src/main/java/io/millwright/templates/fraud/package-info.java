/** Fraud detection on payments and other events, and on wide tables with a yes-or-no outcome. */
@NullMarked
package io.millwright.templates.fraud;

import org.jspecify.annotations.NullMarked;
