package io.millwright.broker.agent.sandbox;

/** Numbers of the system calls that the sandbox itself makes, on x86-64. */
final class Syscalls {

    static final int CLOSE = 3;
    static final int EXECVE = 59;
    static final int GETPID = 39;
    static final int GETPPID = 110;
    static final int CAPSET = 126;
    static final int PRCTL = 157;
    static final int OPENAT = 257;
    static final int PRLIMIT64 = 302;
    static final int SECCOMP = 317;
    static final int LANDLOCK_CREATE_RULESET = 444;
    static final int LANDLOCK_ADD_RULE = 445;
    static final int LANDLOCK_RESTRICT_SELF = 446;

    private Syscalls() {}
}
