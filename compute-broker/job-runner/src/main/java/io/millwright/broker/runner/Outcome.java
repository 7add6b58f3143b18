package io.millwright.broker.runner;

import io.millwright.plugins.api.TemplateException;
import java.io.IOException;
import java.util.Locale;

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
        if (hasCause(failure, OutOfMemoryError.class)) {
            return new Outcome(
                    "failed",
                    "resources",
                    "out-of-memory",
                    "The template used up the %.1f GB of Java memory it had."
                            .formatted((double) Runtime.getRuntime().maxMemory() / GIGABYTE),
                    "Start it again with more memory, or with less data.");
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
        String message = String.valueOf(failure.getMessage());
        return hasCause(failure, IOException.class)
                && (message.contains("No space left on device")
                        || message.contains("Disk quota exceeded")
                        || message.contains("File too large"));
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (type.isInstance(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
