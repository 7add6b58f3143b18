package io.millwright.plugins.api;

/**
 * What an attempt was given.
 *
 * @param cpus processor cores, at least 1
 * @param gpus GPUs, 0 or more
 * @param memoryBytes memory of the whole process, heap and native, in bytes
 */
public record Resources(int cpus, int gpus, long memoryBytes) {}
