package io.millwright.broker.internal;

/**
 * The latest checkpoint of a job.
 *
 * @param attempt who saved it
 * @param digest SHA-256 of its bytes
 * @param size how many there are
 * @param object where they are stored
 */
public record Checkpoint(int attempt, String digest, long size, String object) {}
