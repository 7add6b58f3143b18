package io.millwright.broker;

/** How urgent a job is. Within a priority the tenant that uses least of the cluster goes first, then the oldest job. */
public enum JobPriority {
    LOW,
    NORMAL,
    HIGH
}
