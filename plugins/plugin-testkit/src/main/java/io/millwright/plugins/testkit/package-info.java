/**
 * What the author of a template tests with: contract suites that every template passes, and what it takes to run a template
 * in a unit test, with tables in memory and files in a temporary folder.
 */
@NullMarked
package io.millwright.plugins.testkit;

import org.jspecify.annotations.NullMarked;
