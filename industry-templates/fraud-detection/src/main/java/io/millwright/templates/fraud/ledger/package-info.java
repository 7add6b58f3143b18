/** Transactions in memory, in the order of time, and the part of the past that a model keeps. */
@NullMarked
package io.millwright.templates.fraud.ledger;

import org.jspecify.annotations.NullMarked;
