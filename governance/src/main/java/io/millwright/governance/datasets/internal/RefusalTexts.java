package io.millwright.governance.datasets.internal;

import io.millwright.tenancy.MillwrightException;
import java.util.Locale;

/** What the sentences of refusals are made with. */
final class RefusalTexts {

    private RefusalTexts() {}

    static MillwrightException user(String code, String message, String remedy) {
        return MillwrightException.user(code, message, remedy);
    }

    static String text(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    /** A size as people write it. */
    static String size(long bytes) {
        if (bytes >= 1L << 30) {
            return text("%.4g GB", bytes / (double) (1L << 30)).replaceAll("\\.?0+ ", " ");
        }
        return bytes >= 1 << 20 ? (bytes >> 20) + " MB" : bytes >= 1 << 10 ? (bytes >> 10) + " KB" : bytes + " bytes";
    }
}
