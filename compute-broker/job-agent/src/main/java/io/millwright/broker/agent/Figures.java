package io.millwright.broker.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the kernel says about a process right now.
 *
 * @param residentBytes memory it holds
 * @param peakBytes most memory it held so far
 * @param threads its threads
 */
record Figures(long residentBytes, long peakBytes, int threads) {

    static final Figures NONE = new Figures(0, 0, 0);

    /** Zeros when the process is gone or the system has no {@code /proc}. */
    static Figures of(long process) {
        try {
            long resident = 0;
            long peak = 0;
            int threads = 0;
            for (String line :
                    Files.readString(Path.of("/proc/" + process + "/status")).split("\n")) {
                if (line.startsWith("VmRSS:")) {
                    resident = number(line) * 1024;
                } else if (line.startsWith("VmHWM:")) {
                    peak = number(line) * 1024;
                } else if (line.startsWith("Threads:")) {
                    threads = (int) number(line);
                }
            }
            return new Figures(resident, peak, threads);
        } catch (IOException gone) {
            return NONE;
        }
    }

    private static long number(String line) {
        long value = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c >= '0' && c <= '9') {
                value = value * 10 + (c - '0');
            }
        }
        return value;
    }
}
