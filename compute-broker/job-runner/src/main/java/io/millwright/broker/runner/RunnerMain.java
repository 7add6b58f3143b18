package io.millwright.broker.runner;

import io.millwright.plugins.api.Template;
import java.util.Arrays;

/**
 * The template process. Started by the agent inside the sandbox with the attempt's folders as arguments; calls the template
 * once, tells the agent how it ended ({@code result} line: outcome, kind, code, message, remedy), and halts, whatever
 * threads the template left behind.
 */
public final class RunnerMain {

    private static final int FRAMES = 12;

    private RunnerMain() {}

    public static void main(String[] arguments) {
        var pipe = new AgentPipe();
        var orders = new Orders(System.in, Thread.currentThread());
        orders.listen();
        System.setIn(java.io.InputStream.nullInputStream());
        System.setOut(LogLines.stream(pipe));
        System.setErr(LogLines.stream(pipe));
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            if (failure instanceof OutOfMemoryError) {
                end(pipe, Outcome.of(failure));
            }
            logFrames(pipe, "Thread " + thread.getName() + " of the template ended: ", failure);
        });
        Outcome outcome;
        try {
            call(AttemptFiles.of(arguments), pipe, orders);
            outcome = Outcome.SUCCEEDED;
        } catch (Throwable failure) {
            outcome = orders.stopped() ? Outcome.CANCELLED : Outcome.of(failure);
            if (outcome.kind().equals("template")) {
                logFrames(pipe, "", failure);
            }
        }
        end(pipe, outcome);
    }

    private static void call(AttemptFiles files, AgentPipe pipe, Orders orders) throws Exception {
        Template template = TemplateLoader.load(files);
        orders.awaitGo();
        Attempt attempt = Attempt.read(files);
        var context = new FileContext(attempt, files, pipe, orders);
        pipe.say("phase", "Running the template");
        switch (attempt.kind()) {
            case "train" -> {
                template.train(context);
                context.requireTrained();
            }
            case "trial" -> {
                template.trial(context);
                context.requireTried();
            }
            case "score" -> {
                template.score(context);
                context.requireTable();
            }
            case "sample" -> {
                template.generateSample(context);
                context.requireSample();
            }
            case "inspect" -> {
                template.inspect(context);
                context.requireUnderstood();
            }
            default -> throw new IllegalStateException("no such kind of job: " + attempt.kind());
        }
    }

    private static void logFrames(AgentPipe pipe, String prefix, Throwable failure) {
        Throwable cause = failure;
        String before = prefix;
        for (int depth = 0; cause != null && depth < 5; depth++) {
            pipe.log(before + cause);
            Arrays.stream(cause.getStackTrace()).limit(FRAMES).forEach(frame -> pipe.log("    at " + frame));
            cause = cause.getCause();
            before = "Caused by: ";
        }
    }

    private static void end(AgentPipe pipe, Outcome outcome) {
        System.out.flush();
        pipe.say("result", outcome.outcome(), outcome.kind(), outcome.code(), outcome.message(), outcome.remedy());
        Runtime.getRuntime().halt(0);
    }
}
