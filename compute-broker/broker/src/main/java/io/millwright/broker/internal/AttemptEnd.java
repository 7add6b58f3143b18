package io.millwright.broker.internal;

import io.millwright.broker.JobAttempt.Outcome;

/**
 * How an attempt ended.
 *
 * @param code stable name of the error, empty when none
 * @param reason in words, empty when succeeded
 * @param sandbox what confined the template, empty while unknown
 * @param peakMemoryBytes 0 while unknown
 * @param resultDigest SHA-256 in hexadecimal of the agent's result message, by which a repeated one is known; empty when the
 *     broker ended the attempt
 */
public record AttemptEnd(
        Outcome outcome, String code, String reason, String sandbox, long peakMemoryBytes, String resultDigest) {

    /** An end that the broker decided. */
    public static AttemptEnd byBroker(Outcome outcome, String code, String reason) {
        return new AttemptEnd(outcome, code, reason, "", 0, "");
    }
}
