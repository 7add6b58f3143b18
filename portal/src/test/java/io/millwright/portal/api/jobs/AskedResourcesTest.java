package io.millwright.portal.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.broker.JobResources;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a job gets of which the request tells a part. */
class AskedResourcesTest {

    private static final JobResources NEEDED = new JobResources(2, 0, 5L << 30, Duration.ofHours(3));

    @Test
    void whatIsLeftOutIsAsTheDataNeed() {
        assertThat(new NewJob.Asked(4, null, null, null).over(NEEDED))
                .isEqualTo(new JobResources(4, 0, 5L << 30, Duration.ofHours(3)));
    }

    @Test
    void aGpuBringsTheMemoryOfItsDriver() {
        assertThat(new NewJob.Asked(null, 2, null, 60L).over(NEEDED))
                .isEqualTo(new JobResources(2, 2, 11L << 30, Duration.ofMinutes(1)));
    }

    @Test
    void memoryThatIsToldHolds() {
        assertThat(new NewJob.Asked(null, 1, "4GiB", null).over(NEEDED).memoryBytes())
                .isEqualTo(4L << 30);
    }
}
