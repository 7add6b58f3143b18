package io.millwright.broker;

import io.millwright.tenancy.MillwrightException;
import java.time.Duration;

/**
 * What a job may use.
 *
 * @param cpus cores, 1 to {@value #MAX_CPUS}
 * @param gpus GPUs, 0 to {@value #MAX_GPUS}
 * @param memoryBytes memory of agent and template process together, at least {@value #MIN_MEMORY}
 * @param limit how long one attempt may take, at most seven days
 */
public record JobResources(int cpus, int gpus, long memoryBytes, Duration limit) {

    public static final int MAX_CPUS = 1024;
    public static final int MAX_GPUS = 64;
    public static final long MIN_MEMORY = 256L << 20;
    public static final Duration MAX_LIMIT = Duration.ofDays(7);

    /** What a job gets that asks for nothing: one core, 2 GiB, one hour. */
    public static final JobResources DEFAULT = new JobResources(1, 0, 2L << 30, Duration.ofHours(1));

    /**
     * Memory of the node that the driver and the libraries of one GPU take beside what the work itself takes: their code is
     * loaded whole, and buffers are kept for copying. PyTorch with CUDA and cuDNN takes most.
     */
    private static final long DRIVER_MEMORY = 3L << 30;

    public JobResources {
        require(cpus >= 1 && cpus <= MAX_CPUS, "cores", "1 to " + MAX_CPUS);
        require(gpus >= 0 && gpus <= MAX_GPUS, "GPUs", "0 to " + MAX_GPUS);
        require(memoryBytes >= MIN_MEMORY && memoryBytes <= 1L << 42, "memory", "256 MiB to 4 TiB");
        require(!limit.isNegative() && !limit.isZero() && limit.compareTo(MAX_LIMIT) <= 0, "time", "up to seven days");
    }

    /** The same with so many GPUs, and with the memory that this takes more or less. */
    public JobResources withGpus(int number) {
        long memory = memoryBytes + (number - gpus) * DRIVER_MEMORY;
        return new JobResources(cpus, number, Math.max(MIN_MEMORY, memory), limit);
    }

    private static void require(boolean holds, String what, String range) {
        if (!holds) {
            throw MillwrightException.user(
                    "job-resources-invalid",
                    "The job's %s must be %s.".formatted(what, range),
                    "Change the resources and submit again.");
        }
    }
}
