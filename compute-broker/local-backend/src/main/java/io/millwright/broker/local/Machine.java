package io.millwright.broker.local;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What this machine has to give to agents.
 *
 * @param name its host name
 * @param cpus cores
 * @param gpus GPUs
 * @param memoryBytes memory
 */
record Machine(String name, int cpus, int gpus, long memoryBytes) {

    /** The share of the machine's memory that agents get; the rest is for the platform's own processes. */
    private static final double AGENTS_SHARE = .7;

    static Machine of(Map<String, String> settings) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                "local",
                Integer.parseInt(settings.getOrDefault("cpus", "" + system.getAvailableProcessors())),
                Integer.parseInt(settings.getOrDefault("gpus", "" + gpus(Path.of("/dev")))),
                Long.parseLong(
                        settings.getOrDefault("memory", "" + (long) (system.getTotalMemorySize() * AGENTS_SHARE))));
    }

    /** Those that NVIDIA's driver shows, numbered from 0. */
    static int gpus(Path devices) {
        int count = 0;
        while (Files.exists(devices.resolve("nvidia" + count))) {
            count++;
        }
        return count;
    }
}
