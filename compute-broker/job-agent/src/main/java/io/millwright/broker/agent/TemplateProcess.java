package io.millwright.broker.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The confined JVM that runs the template. */
final class TemplateProcess {

    /** The rest is for native engines, threads and the JVM itself. */
    private static final double HEAP_SHARE = 0.6;

    private static final long SMALLEST_HEAP = 48L << 20;
    private static final String RUNNER = "io.millwright.broker.runner.RunnerMain";

    private final Process process;
    private final TemplateOutput output;
    private final Thread standardOutput;
    private final Thread standardError;

    private TemplateProcess(Process process, TemplateOutput output) {
        this.process = process;
        this.output = output;
        this.standardOutput = output.follow(process.getInputStream(), "template-output");
        this.standardError = output.follow(process.getErrorStream(), "template-errors");
    }

    /**
     * Starts the process; the template waits until {@link #go}. The calling thread has to live as long as the process
     * should: the kernel ends the one with the other.
     */
    static TemplateProcess start(
            AgentSettings settings,
            AttemptSpec spec,
            WorkFolder work,
            Path template,
            List<Path> engines,
            TemplateOutput output)
            throws IOException {
        String scratch = work.scratch().toAbsolutePath().toString();
        String cpus = Integer.toString(spec.cpus());
        var devices = Devices.of(settings);
        var plan = new SandboxPlan()
                .control(devices.files())
                .driver(devices)
                .read(devices.facts().toArray(Path[]::new))
                .environment("CUDA_VISIBLE_DEVICES", devices.visible())
                .read(work.inputs(), template)
                .read(engines.toArray(Path[]::new))
                .read(settings.runnerClassPath().toArray(Path[]::new))
                .write(work.scratch(), work.outputs())
                .environment("LC_ALL", "C.UTF-8")
                .environment("HOME", scratch)
                .environment("TMPDIR", scratch)
                .environment("OMP_NUM_THREADS", cpus)
                .environment("OPENBLAS_NUM_THREADS", cpus)
                .environment("MKL_NUM_THREADS", cpus);
        var builder = new ProcessBuilder(plan.command(
                settings, java(settings, spec, work, template, engines), spec.memoryBytes(), spec.diskBytes()));
        builder.environment().clear();
        builder.directory(work.scratch().toFile());
        return new TemplateProcess(builder.start(), output);
    }

    /** All inputs are there. */
    void go() {
        order("go\n");
    }

    /** Asks the template to give up. */
    void interrupt() {
        order("stop\n");
    }

    /** Tells the template how a trial ended. */
    void tell(String trial) {
        order("trial\t" + trial + "\n");
    }

    /** Ends the process and all it may have started. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    boolean endsWithin(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    Figures figures() {
        return Figures.of(process.pid());
    }

    /** What files hold that it has removed and not closed. */
    long unlinkedBytes() {
        return UnlinkedFiles.bytes(process.pid());
    }

    TemplateOutput output() {
        return output;
    }

    /** How the ended process ended, once all it said was read. */
    int exitCode() throws InterruptedException {
        standardOutput.join(5_000);
        standardError.join(5_000);
        return process.exitValue();
    }

    private synchronized void order(String words) {
        try {
            process.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException ended) {
            // its exit code tells more
        }
    }

    private static List<String> java(
            AgentSettings settings, AttemptSpec spec, WorkFolder work, Path template, List<Path> engines)
            throws IOException {
        long heap = Math.max(SMALLEST_HEAP, (long) (spec.memoryBytes() * HEAP_SHARE));
        String scratch = work.scratch().toAbsolutePath().toString();
        var command = new ArrayList<>(List.of(
                SandboxPlan.java(settings).toString(),
                "-Xmx" + heap,
                spec.cpus() == 1 ? "-XX:+UseSerialGC" : "-XX:+UseParallelGC",
                "-XX:ActiveProcessorCount=" + spec.cpus(),
                // without /proc and cgroup files there is nothing to find out about a container
                "-XX:-UseContainerSupport",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + CrashReport.file(work),
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.io.tmpdir=" + scratch,
                "-Duser.home=" + scratch,
                "-Djava.awt.headless=true",
                "-Duser.timezone=UTC",
                "-cp",
                SandboxPlan.classPath(settings.runnerClassPath()),
                RUNNER));
        for (Path folder : List.of(work.inputs(), template, work.scratch(), work.outputs())) {
            command.add(folder.toAbsolutePath().toString());
        }
        engines.forEach(engine -> command.add(engine.toAbsolutePath().toString()));
        return command;
    }
}
