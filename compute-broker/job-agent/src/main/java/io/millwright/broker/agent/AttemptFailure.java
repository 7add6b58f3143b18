package io.millwright.broker.agent;

/** The attempt cannot go on; carries what its result will say. */
final class AttemptFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Verdict verdict;

    AttemptFailure(Verdict verdict) {
        super(verdict.message());
        this.verdict = verdict;
    }

    Verdict verdict() {
        return verdict;
    }
}
