package io.millwright.broker.cluster;

/**
 * A machine of a cluster.
 *
 * @param id as the cluster calls it
 * @param alive whether it takes agents
 * @param cpus cores in all
 * @param freeCpus cores not promised to anyone
 * @param gpus GPUs in all
 * @param freeGpus GPUs not promised to anyone
 * @param memoryBytes memory in all
 * @param freeMemoryBytes memory not promised to anyone
 */
public record Node(
        String id,
        boolean alive,
        double cpus,
        double freeCpus,
        double gpus,
        double freeGpus,
        long memoryBytes,
        long freeMemoryBytes) {}
