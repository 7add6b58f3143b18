package io.millwright.templates.learning.encoding;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the currency off an amount where it is written in letters: {@code "R$ 12,50"}, {@code "Rs. 500"}, {@code "100 kr"}. */
final class CurrencyWords {

    private static final String WITH_SIGN = "(?:r|us|a|c|nt|hk|s|nz|mx|ca|au|cl|co|ar)\\$";

    private static final String LETTERS = "(?:rs|rp|rm|kr|kč|kc|zł|zl|ft|lei|leu|tl|dhs?|sfr|лв|руб|грн|euros?|dollars?"
            + "|eur|usd|gbp|chf|cad|aud|nzd|jpy|cny|inr|brl|mxn|sek|nok|dkk|pln|czk|huf|ron|bgn|rub|uah|zar|sgd|hkd|twd|krw"
            + "|thb|idr|myr|php|vnd|aed|sar|ils|egp|ngn|kes|clp)";

    private static final String SIGNS = "[-+(\u2212\\s\\u00a0\\u202f]*";

    private static final String BLANK = "[\\s\\u00a0\\u202f]";

    /** Letters that touch the figure make a code such as RS0001, unless the figure has decimals or groups. */
    private static final Pattern BEFORE = Pattern.compile(
            "^(" + SIGNS + ")(?:" + WITH_SIGN + "|" + LETTERS + "(?:\\.|(?=" + BLANK + ")|(?=\\d+[.,]\\d)))(?=" + SIGNS
                    + "\\d|" + SIGNS + "[.,]\\d)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern AFTER = Pattern.compile(
            "(?<![\\p{L}$])(?:" + WITH_SIGN + "|" + LETTERS + "\\.?)([-)\u2212\\s\\u00a0\\u202f]*)$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Figures that begin with 0 are digits of a code. */
    private static final Pattern CODE = Pattern.compile("^\\D*0\\d");

    private CurrencyWords() {}

    /** The amount without one such word at either end. */
    static String without(String amount) {
        if (amount.chars().noneMatch(Character::isLetter)
                || CODE.matcher(amount).find()) {
            return amount;
        }
        Matcher before = BEFORE.matcher(amount);
        if (before.find()) {
            return before.group(1) + amount.substring(before.end());
        }
        Matcher after = AFTER.matcher(amount);
        return after.find() ? amount.substring(0, after.start()) + after.group(1) : amount;
    }
}
