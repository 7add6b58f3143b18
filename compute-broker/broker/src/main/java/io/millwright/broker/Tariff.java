package io.millwright.broker;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What resources cost, as published to tenants.
 *
 * @param cpuHour for one core held for an hour
 * @param gpuHour for one GPU held for an hour
 * @param gibibyteHour for one GiB of memory held for an hour
 * @param currency ISO 4217
 */
@ConfigurationProperties("millwright.tariff")
public record Tariff(
        @DefaultValue("0.04") BigDecimal cpuHour,
        @DefaultValue("1.80") BigDecimal gpuHour,
        @DefaultValue("0.005") BigDecimal gibibyteHour,
        @DefaultValue("EUR") String currency) {}
