/** What tests of all modules need: a real PostgreSQL with our roles, and tenancy's beans. */
@NullMarked
package io.millwright.tenancy.test;

import org.jspecify.annotations.NullMarked;
