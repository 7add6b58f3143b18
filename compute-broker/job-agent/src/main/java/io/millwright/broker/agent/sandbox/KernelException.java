package io.millwright.broker.agent.sandbox;

/** The kernel refused something the sandbox cannot do without. */
final class KernelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KernelException(String purpose, int errorNumber) {
        super("the kernel refused to " + purpose + " (error " + errorNumber + ")");
    }
}
