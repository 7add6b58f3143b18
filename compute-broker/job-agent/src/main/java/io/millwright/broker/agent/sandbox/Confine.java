package io.millwright.broker.agent.sandbox;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Confines its own process and then becomes the program to be confined. Started by the agent:
 * {@code java … Confine policy=… parent=… files=… data=… read=PATH… run=PATH… write=PATH… device=PATH… driver=GPUS -- /path/to/java ARGUMENTS…}.
 *
 * <p>All of it happens on the main thread, the only one that survives {@code execve}; what it gave up, the new program has
 * given up too. Before that it says on standard output what holds: {@code \u0001sandbox<TAB>words}, or
 * {@code \u0001refused<TAB>words} when the policy asks for more than the kernel has.
 *
 * <p>Written without lambdas, streams and formatting: each would add milliseconds to the start of every attempt.
 */
public final class Confine {

    /** The process ended because the policy does not allow it to go on. */
    public static final int REFUSED = 77;

    private Confine() {}

    public static void main(String[] arguments) throws IOException {
        int split = Arrays.asList(arguments).indexOf("--");
        try {
            confine(Arrays.copyOf(arguments, split), Arrays.copyOfRange(arguments, split + 1, arguments.length));
        } catch (KernelException | IllegalStateException failed) {
            say("refused", "The sandbox could not be set up: " + failed.getMessage() + ".");
        }
        Runtime.getRuntime().halt(REFUSED);
    }

    private static void confine(String[] plan, String[] command) throws IOException {
        SandboxReport report = SandboxReport.probe();
        if (value(plan, "policy=").equals("required") && !report.complete()) {
            say("refused", String.join(" ", report.lacks()));
            return;
        }
        var kernel = new Kernel();
        var privileges = new Privileges(kernel);
        privileges.dieWith(Integer.parseInt(value(plan, "parent=")));
        privileges.limit(Long.parseLong(value(plan, "files=")), Long.parseLong(value(plan, "data=")));
        privileges.drop();
        say("sandbox", report.words());
        var environment = environment(plan);
        if (report.landlock() > 0) {
            var rules = new LandlockRules(kernel, report.landlock());
            grant(rules, plan, "read=", LandlockRules.READ);
            grant(rules, plan, "run=", LandlockRules.RUN);
            grant(rules, plan, "write=", LandlockRules.WRITE);
            grant(rules, plan, "device=", LandlockRules.CONTROL);
            rules.enforce();
        }
        if (report.seccomp()) {
            int self = (int) kernel.attempt(Syscalls.GETPID, 0, 0, 0, 0, 0);
            new SeccompFilter(kernel, self, has(plan, "driver=")).enforce();
        }
        kernel.call(
                "start " + command[0],
                Syscalls.EXECVE,
                kernel.text(command[0]).address(),
                kernel.texts(command).address(),
                kernel.texts(environment).address(),
                0,
                0);
    }

    private static void grant(LandlockRules rules, String[] plan, String key, long rights) {
        for (String item : plan) {
            if (item.startsWith(key)) {
                rules.grant(item.substring(key.length()), rights);
            }
        }
    }

    private static String[] environment(String[] plan) {
        int count = 0;
        var found = new String[plan.length];
        for (String item : plan) {
            if (item.startsWith("env=")) {
                found[count++] = item.substring("env=".length());
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static boolean has(String[] plan, String key) {
        for (String item : plan) {
            if (item.startsWith(key)) {
                return true;
            }
        }
        return false;
    }

    private static String value(String[] plan, String key) {
        for (String item : plan) {
            if (item.startsWith(key)) {
                return item.substring(key.length());
            }
        }
        throw new IllegalStateException("the plan lacks " + key);
    }

    private static void say(String type, String words) throws IOException {
        String line = "\u0001" + type + "\t" + words + "\n";
        // not closed: the descriptor belongs to the program this process becomes
        new FileOutputStream(FileDescriptor.out).write(line.getBytes(StandardCharsets.UTF_8));
    }
}
