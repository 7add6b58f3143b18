package io.millwright.broker;

import java.math.BigDecimal;

/**
 * What a job has used, all attempts together.
 *
 * @param cpuSeconds cores x seconds held
 * @param gpuSeconds GPUs x seconds held
 * @param amount by the published tariff, rounded to four places
 * @param currency of the tariff
 */
public record JobCost(double cpuSeconds, double gpuSeconds, BigDecimal amount, String currency) {}
