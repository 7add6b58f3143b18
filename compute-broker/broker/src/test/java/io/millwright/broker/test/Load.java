package io.millwright.broker.test;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Whether times that are measured here mean anything. */
public final class Load {

    private static final int SLACK = 10;

    private Load() {}

    /** What was designed, where the machine has nothing else to do; far more where it has. */
    public static Duration bound(Duration design) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return load > Runtime.getRuntime().availableProcessors() ? design.multipliedBy(SLACK) : design;
    }
}
