/** What a model gets to see of a transaction, computed from the past only. */
@NullMarked
package io.millwright.templates.fraud.features;

import org.jspecify.annotations.NullMarked;
