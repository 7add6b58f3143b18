/** Time series: frequency and periods found from the data, grids of regular steps, gaps. */
@NullMarked
package io.millwright.templates.learning.series;

import org.jspecify.annotations.NullMarked;
