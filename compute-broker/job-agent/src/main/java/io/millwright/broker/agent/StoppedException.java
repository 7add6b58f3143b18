package io.millwright.broker.agent;

/** The attempt does not go on; {@link StopSignal} says why. */
final class StoppedException extends Exception {

    private static final long serialVersionUID = 1L;

    StoppedException() {
        super("the attempt was stopped", null, false, false);
    }
}
