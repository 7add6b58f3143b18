package io.millwright.governance.datasets.internal;

/**
 * How a delimited text is written.
 *
 * @param delimiter the byte between fields; a blank means runs of blanks and tabs
 * @param backslash whether a backslash escapes inside quotes, beside doubled quotes
 * @param header whether the first record names the columns
 * @param skip lines before the first record
 */
record Dialect(byte delimiter, boolean backslash, boolean header, int skip) {

    static final byte QUOTE = '"';

    /** What we write ourselves between the steps. */
    static final Dialect PLAIN = new Dialect((byte) ',', false, true, 0);

    boolean isWhitespace() {
        return delimiter == ' ';
    }

    Dialect withHeader(boolean value) {
        return new Dialect(delimiter, backslash, value, skip);
    }

    /** The delimiter for people. */
    String delimiterName() {
        return isWhitespace() ? "whitespace" : String.valueOf((char) delimiter);
    }
}
