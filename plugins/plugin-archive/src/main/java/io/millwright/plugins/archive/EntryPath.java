package io.millwright.plugins.archive;

import java.util.regex.Pattern;

/**
 * Which paths an archive may hold: relative, of plain segments, without a way out of the folder it is unpacked to, the same
 * on every file system.
 */
public final class EntryPath {

    /** Longest path, in characters. */
    public static final int MAX = 240;

    private static final Pattern SEGMENT =
            Pattern.compile("[A-Za-z0-9_$@+=,()-][A-Za-z0-9_$@+=,().-]*|\\.[A-Za-z0-9_][A-Za-z0-9_.-]*");

    private EntryPath() {}

    /** Whether a path may be in an archive. */
    public static boolean isSafe(String path) {
        if (path.isEmpty() || path.length() > MAX) {
            return false;
        }
        for (var segment : path.split("/", -1)) {
            if (!SEGMENT.matcher(segment).matches() || segment.endsWith(".")) {
                return false;
            }
        }
        return true;
    }
}
