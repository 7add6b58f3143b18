/** Odd behaviour in streams of sensors of which no failure is known: what is normal is learnt, and what departs from it is told. */
@NullMarked
package io.millwright.templates.maintenance.odd;

import org.jspecify.annotations.NullMarked;
