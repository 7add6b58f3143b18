/** A world for tests: one real database, a portal's side on it, and brokers that come and go. */
@NullMarked
package io.millwright.broker.test;

import org.jspecify.annotations.NullMarked;
