package io.millwright.templates.learning.encoding;

/** Counts different values by their hashes, up to a limit, in bounded memory. */
final class DistinctCounter {

    /** Counting ends here. */
    static final int LIMIT = 1 << 17;

    private long[] slots = new long[1 << 10];
    private int count;
    private boolean zeroSeen;

    /** Adds a value by its hash; true when it was not there before. */
    boolean add(long hash) {
        if (count >= LIMIT) {
            return false;
        }
        long mixed = mix(hash);
        if (mixed == 0) {
            boolean fresh = !zeroSeen;
            zeroSeen = true;
            count += fresh ? 1 : 0;
            return fresh;
        }
        if (!insert(slots, mixed)) {
            return false;
        }
        count++;
        if (count * 2 > slots.length) {
            grow();
        }
        return true;
    }

    int count() {
        return count;
    }

    private static boolean insert(long[] into, long mixed) {
        int mask = into.length - 1;
        int at = (int) mixed & mask;
        while (into[at] != 0) {
            if (into[at] == mixed) {
                return false;
            }
            at = (at + 1) & mask;
        }
        into[at] = mixed;
        return true;
    }

    private void grow() {
        long[] wider = new long[slots.length * 2];
        for (long value : slots) {
            if (value != 0) {
                insert(wider, value);
            }
        }
        slots = wider;
    }

    private static long mix(long hash) {
        long z = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** A 64-bit hash of a text, so that different texts hardly ever meet. */
    static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int at = 0; at < text.length(); at++) {
            hash = (hash ^ text.charAt(at)) * 0x100000001b3L;
        }
        return hash;
    }
}
