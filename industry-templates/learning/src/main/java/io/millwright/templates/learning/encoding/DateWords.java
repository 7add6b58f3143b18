package io.millwright.templates.learning.encoding;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Brings the words of a date into one form, so that formats need to know English abbreviations only: {@code 3. März 2024},
 * {@code 1er mars 2024}, {@code lunes, 3 de marzo de 2024} and {@code 03-mrt.-2024} become {@code 3 Mar 2024},
 * {@code 1 Mar 2024}, {@code 3 Mar 2024} and {@code 03-Mar-2024}.
 */
public final class DateWords {

    private static final Set<String> FILLERS = Set.of("de", "del", "of", "den", "le", "el", "il");
    /** Endings of the number of a day before a month's name. */
    private static final Pattern ORDINAL = Pattern.compile("(\\d)(?:er|st|nd|rd|th|e|º|°|ª)?[.]?\\s*$");

    private DateWords() {}

    /** The same text where it has no such words. */
    public static String plain(String written) {
        String text = written.strip();
        if (!hasWord(text)) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && isLetter(text, end)) {
                end++;
            }
            if (end == at) {
                plain.append(text.charAt(at++));
                continue;
            }
            String word = text.substring(at, end);
            Optional<Month> month = word.length() < 3 ? Optional.empty() : MonthNames.month(word);
            if (plain.isEmpty() && MonthNames.isDayOfWeek(word) && (month.isEmpty() || laterMonth(text, end))) {
                at = skip(text, end, ".,");
            } else if (month.isPresent()) {
                append(plain, month.get());
                at = end;
                if (at < text.length() && text.charAt(at) == '.') {
                    at = skip(text, at + 1, "");
                    plain.append(at < text.length() && Character.isDigit(text.charAt(at)) ? " " : "");
                }
            } else if (FILLERS.contains(word.toLowerCase(Locale.ROOT))) {
                at = skip(text, end, "");
            } else {
                plain.append(word);
                at = end;
            }
        }
        return plain.toString();
    }

    /** After {@code 3.}, {@code 3. } or {@code 1er } the month follows one space; elsewhere as it was written. */
    private static void append(StringBuilder plain, Month month) {
        var day = ORDINAL.matcher(plain);
        if (day.find() && day.end(1) < plain.length()) {
            plain.setLength(day.end(1));
            plain.append(' ');
        }
        plain.append(month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
    }

    private static boolean laterMonth(String text, int from) {
        int at = from;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && isLetter(text, end)) {
                end++;
            }
            if (end - at > 2 && MonthNames.month(text.substring(at, end)).isPresent()) {
                return true;
            }
            at = end + 1;
        }
        return false;
    }

    private static int skip(String text, int from, String also) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || also.indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    /** Whether two letters follow each other: dates in digits have at most a {@code T} and a {@code Z}. */
    private static boolean hasWord(String text) {
        for (int at = 1; at < text.length(); at++) {
            if (isLetter(text, at) && isLetter(text, at - 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLetter(String text, int at) {
        char letter = text.charAt(at);
        return Character.isLetter(letter) || Character.getType(letter) == Character.NON_SPACING_MARK;
    }
}
