package io.millwright.broker.agent;

/** Whether the attempt should go on, as the gateway says. Shared by all threads of an agent; the first reason to stop stays. */
final class StopSignal {

    /** Why to stop. */
    enum Reason {
        NONE,
        /** A person or the platform cancelled the job. */
        CANCELLED,
        /** A later attempt took over. */
        FENCED,
        /** The gateway refuses this agent, or was away for too long. */
        ABANDONED
    }

    private volatile Reason reason = Reason.NONE;

    synchronized void raise(Reason why) {
        // a cancelled attempt that turns out to be fenced writes nothing any more
        if (reason == Reason.NONE || reason == Reason.CANCELLED) {
            reason = why;
        }
    }

    Reason reason() {
        return reason;
    }

    boolean raised() {
        return reason() != Reason.NONE;
    }

    /** Whether nothing may be written any more. */
    boolean silent() {
        return reason() == Reason.FENCED || reason() == Reason.ABANDONED;
    }

    void check() throws StoppedException {
        if (raised()) {
            throw new StoppedException();
        }
    }
}
