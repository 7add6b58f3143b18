/** The whole story, through the API and in a browser, against the world that {@code ./millwright up} starts. */
@NullMarked
package io.millwright.tests;

import org.jspecify.annotations.NullMarked;
