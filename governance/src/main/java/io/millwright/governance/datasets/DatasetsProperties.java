package io.millwright.governance.datasets;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What reading files may cost this process.
 *
 * @param maxUpload longest file, and longest text that a compressed file may expand to
 * @param scratch folder for temporary files, as large as three times the longest file; by default
 *     {@code cache/tables} below {@code millwright.home}
 * @param memory memory for each file that is being read, beside the heap
 * @param atOnce files that are read at the same time; more of them wait
 * @param timeout longest time of one step
 */
@ConfigurationProperties("millwright.datasets")
public record DatasetsProperties(
        @DefaultValue("5GB") DataSize maxUpload,
        @Nullable Path scratch,
        @DefaultValue("512MB") DataSize memory,
        @DefaultValue("2") int atOnce,
        @DefaultValue("15m") Duration timeout) {}
