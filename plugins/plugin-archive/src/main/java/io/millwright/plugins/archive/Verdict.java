package io.millwright.plugins.archive;

/** What a verifier found out about an archive. Everything but {@link Ok} means: do not load it. */
public sealed interface Verdict {

    /** The verdict in one sentence, for people. */
    String sentence();

    /**
     * Signed by a trusted key, and every byte of the file is as it was signed.
     *
     * @param key identity of the key
     * @param digest SHA-256 of the file, 64 lower-case hexadecimal digits
     * @param size length of the file in bytes
     */
    record Ok(String key, String digest, long size) implements Verdict {
        @Override
        public String sentence() {
            return "It is signed with the trusted key " + key + ".";
        }
    }

    /** It carries no signature. */
    record Unsigned() implements Verdict {
        @Override
        public String sentence() {
            return "It is not signed. Sign it with a key that this installation trusts.";
        }
    }

    /**
     * Signed, but by a key that is not trusted here.
     *
     * @param key identity of that key, as the archive names it
     */
    record UnknownKey(String key) implements Verdict {
        @Override
        public String sentence() {
            return "It is signed with the key %s, which this installation does not trust.".formatted(key);
        }
    }

    /**
     * Changed after it was signed.
     *
     * @param what the entry or the part that differs
     * @param how what is wrong with it
     */
    record Modified(String what, String how) implements Verdict {
        @Override
        public String sentence() {
            return "It was modified after it was signed: %s %s.".formatted(what, how);
        }
    }

    /**
     * Not an archive that is looked at any further, signed or not.
     *
     * @param reason why, as a clause
     */
    record Malformed(String reason) implements Verdict {
        @Override
        public String sentence() {
            return "It is not a well-formed archive: " + reason + ".";
        }
    }
}
