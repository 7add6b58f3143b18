package io.millwright.broker.agent.sandbox;

import java.util.ArrayList;
import java.util.List;

/**
 * What the kernel at hand can do to confine a template, in words. Shown to operators and kept with each attempt.
 *
 * @param landlock the Landlock version, 0 for none
 * @param seccomp whether system calls can be filtered
 */
public record SandboxReport(int landlock, boolean seccomp) {

    /** Below this, files outside can be cut to length 0. */
    private static final int LANDLOCK_TRUNCATE = 3;

    /** Asks the kernel; starts nothing and changes nothing. */
    public static SandboxReport probe() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return new SandboxReport(0, false);
        }
        var kernel = new Kernel();
        return new SandboxReport(LandlockRules.version(kernel), SeccompFilter.available(kernel));
    }

    /** What holds, a phrase each. */
    public List<String> holds() {
        var holds = new ArrayList<String>();
        if (landlock > 0) {
            holds.add("files: only its inputs, scratch and outputs (Landlock " + landlock + ")");
        }
        if (seccomp) {
            holds.add("no network, no new processes, no reach into other processes (seccomp)");
        }
        holds.add("memory, time, threads and disk watched by the agent");
        return holds;
    }

    /** What lacks, a sentence each; empty when the template is fully confined. */
    public List<String> lacks() {
        var lacks = new ArrayList<String>();
        if (landlock == 0) {
            lacks.add("This kernel has no Landlock (Linux 5.13 or newer has), so a template can read and write what its"
                    + " user can.");
        } else if (landlock < LANDLOCK_TRUNCATE) {
            lacks.add("This kernel's Landlock is older than Linux 6.2, so a template can empty files of its user.");
        }
        if (!seccomp) {
            lacks.add("System calls cannot be filtered on this kernel or processor, so a template can open sockets and"
                    + " start processes.");
        }
        return lacks;
    }

    public boolean complete() {
        return lacks().isEmpty();
    }

    /** One line: what holds, then what lacks. */
    public String words() {
        String holds = String.join("; ", holds());
        return complete() ? holds : holds + ". Lacking: " + String.join(" ", lacks());
    }
}
