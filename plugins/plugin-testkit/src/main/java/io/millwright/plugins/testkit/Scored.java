package io.millwright.plugins.testkit;

import io.millwright.plugins.api.Report;
import java.util.Optional;

/**
 * What a scoring left.
 *
 * @param result one row per scored row
 * @param report the findings, if the template reported any
 */
public record Scored(MemoryTable result, Optional<Report> report) {}
