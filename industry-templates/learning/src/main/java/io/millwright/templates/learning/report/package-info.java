/** What reports of templates share: notes, collected while they are found out. */
@NullMarked
package io.millwright.templates.learning.report;

import org.jspecify.annotations.NullMarked;
