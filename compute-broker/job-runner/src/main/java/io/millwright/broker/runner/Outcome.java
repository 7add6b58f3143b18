package io.millwright.broker.runner;

import io.millwright.plugins.api.TemplateException;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a call of a template ended, in words of the gateway's result.
 *
 * @param outcome {@code succeeded}, {@code failed} or {@code cancelled}
 * @param kind whose move it is: {@code user}, {@code resources} or {@code template}; empty unless failed
 * @param code stable, lower-case words joined by hyphens
 * @param message what is wrong, a sentence or two
 * @param remedy what to do, a sentence
 */
record Outcome(String outcome, String kind, String code, String message, String remedy) {

    static final Outcome SUCCEEDED = new Outcome("succeeded", "", "", "", "");
    static final Outcome CANCELLED = new Outcome("cancelled", "", "", "", "");

    private static final long GIGABYTE = 1L << 30;

    /** What a failure of the template means. */
    static Outcome of(Throwable failure) {
        OutOfMemoryError full = outOfMemory(failure);
        if (full != null) {
            return outOfMemory(String.valueOf(full.getMessage()));
        }
        if (diskFull(failure)) {
            return new Outcome(
                    "failed",
                    "resources",
                    "disk-full",
                    "The template could not write on, because its disk space was used up.",
                    "Start it again with less data, or ask an operator for more disk space.");
        }
        return switch (failure) {
            case TemplateException told ->
                new Outcome(
                        "failed",
                        told.kind().name().toLowerCase(Locale.ROOT),
                        told.code(),
                        String.valueOf(told.getMessage()),
                        told.remedy());
            case DefectiveTemplate defect -> defect("defective-template", String.valueOf(defect.getMessage()));
            case StackOverflowError overflow -> defect("template-failed", "The template called itself without end.");
            default -> defect("template-failed", "The template failed: " + words(failure) + ".");
        };
    }

    private static Outcome outOfMemory(String message) {
        if (message.contains("native thread")) {
            return new Outcome(
                    "failed",
                    "resources",
                    "too-many-threads",
                    "The template started more threads than its memory has room for.",
                    "Tell the template's author: it should use as many as it was given cores.");
        }
        String used = message.contains("heap") || message.contains("GC overhead")
                ? "The template used up the %.1f GB of Java memory it had."
                        .formatted((double) Runtime.getRuntime().maxMemory() / GIGABYTE)
                : "The template's process could not get more native memory.";
        return new Outcome(
                "failed", "resources", "out-of-memory", used, "Start it again with more memory, or with less data.");
    }

    private static Outcome defect(String code, String message) {
        return new Outcome("failed", "template", code, message, "Tell the template's author; the log has the details.");
    }

    private static String words(Throwable failure) {
        String message = failure.getMessage();
        String type = failure.getClass().getSimpleName();
        return message == null || message.isBlank() ? type : type + ", " + message.strip();
    }

    /** The words of Linux for ENOSPC, EDQUOT and EFBIG, which Java passes on. */
    private static boolean diskFull(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (cause instanceof IOException
                    && (message.contains("No space left on device")
                            || message.contains("Disk quota exceeded")
                            || message.contains("File too large"))) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable OutOfMemoryError outOfMemory(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError full) {
                return full;
            }
        }
        return null;
    }
}
