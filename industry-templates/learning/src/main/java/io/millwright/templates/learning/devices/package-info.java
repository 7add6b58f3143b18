/** What a job computes on, in words for people. */
@NullMarked
package io.millwright.templates.learning.devices;

import org.jspecify.annotations.NullMarked;
