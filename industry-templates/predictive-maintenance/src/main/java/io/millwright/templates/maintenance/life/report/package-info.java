/** Makes findings into figures and pictures. */
@NullMarked
package io.millwright.templates.maintenance.life.report;

import org.jspecify.annotations.NullMarked;
