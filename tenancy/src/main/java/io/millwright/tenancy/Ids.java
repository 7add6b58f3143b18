package io.millwright.tenancy;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Makes identities: UUID version 7 of RFC 9562, which sort by the time they were made. */
public final class Ids {

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Ids(Clock clock) {
        this.clock = clock;
    }

    public UUID next() {
        var high = (clock.millis() << 16) | 0x7000L | random.nextInt(0x1000);
        var low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /**
     * Reads an identity that came from outside.
     *
     * @param what the kind of thing, for the sentence
     * @throws MillwrightException of kind MISSING when it cannot be one of ours
     */
    public static UUID parse(String what, String text) {
        try {
            var id = UUID.fromString(text);
            if (id.toString().equals(text)) {
                return id;
            }
        } catch (IllegalArgumentException notAnId) {
            // falls through: an identity that cannot exist is one that does not exist
        }
        throw MillwrightException.missing(what, text);
    }
}
