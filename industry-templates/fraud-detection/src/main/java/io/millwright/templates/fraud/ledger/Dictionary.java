package io.millwright.templates.fraud.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers the entities of a column in the order they come. */
public final class Dictionary {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    /** The number of an entity; {@link Transactions#NOBODY} for none. */
    public int number(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return Transactions.NOBODY;
        }
        Integer known = numbers.get(name);
        if (known == null) {
            known = names.size();
            numbers.put(name, known);
            names.add(name);
        }
        return known;
    }

    /** Empty for {@link Transactions#NOBODY}. */
    public String name(int number) {
        return number < 0 ? "" : names.get(number);
    }

    public int size() {
        return names.size();
    }
}
