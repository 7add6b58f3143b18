package io.millwright.governance.audit;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON Canonicalization Scheme of RFC 8785: one spelling for each value, so that equal values have equal bytes. Numbers are
 * IEEE 754 doubles; integers that a double does not hold exactly are written as text.
 */
final class CanonicalJson {

    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final long EXACT = 1L << 53;

    private CanonicalJson() {}

    static String of(Map<String, Object> value) {
        return of(MAPPER.writeValueAsString(simple(value)));
    }

    /** The canonical spelling of any JSON text. */
    static String of(String json) {
        try {
            return new JsonCanonicalizer(json).getEncodedString();
        } catch (IOException notJson) {
            throw new IllegalArgumentException("not JSON", notJson);
        }
    }

    private static Object simple(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> clean(text);
            case Boolean flag -> flag;
            case Double number -> number.isNaN() || number.isInfinite() ? number.toString() : number;
            case Float number -> simple(number.doubleValue());
            case BigDecimal number -> number.toPlainString();
            case BigInteger number -> number.toString();
            case Number number -> Math.abs(number.longValue()) <= EXACT ? number : number.toString();
            case Map<?, ?> map -> {
                var all = new LinkedHashMap<String, Object>();
                map.forEach((key, of) -> all.put(clean(String.valueOf(key)), simple(of)));
                yield all;
            }
            case Iterable<?> items -> {
                var all = new ArrayList<Object>();
                items.forEach(item -> all.add(simple(item)));
                yield List.copyOf(all);
            }
            default -> clean(value.toString());
        };
    }

    /** A text without what JSON in UTF-8 or PostgreSQL cannot hold: zeros and halves of surrogate pairs. */
    static String clean(String text) {
        if (text.indexOf('\0') < 0 && text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
            return text;
        }
        var cleaned = new StringBuilder(text.length());
        text.codePoints().forEach(c -> cleaned.appendCodePoint(isHeld(c) ? c : 0xFFFD));
        return cleaned.toString();
    }

    private static boolean isHeld(int codePoint) {
        return codePoint != 0 && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
    }
}
