package io.millwright.templates.fraud.columns;

import io.millwright.plugins.api.ColumnRole;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.OptionValues;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.learning.encoding.ClockReader;
import io.millwright.templates.learning.encoding.ColumnProfile;
import io.millwright.templates.learning.encoding.MomentReader;
import io.millwright.templates.learning.encoding.NumberReader;
import io.millwright.templates.learning.encoding.TableProfile;
import io.millwright.templates.learning.report.Notes;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds out which column plays which part: by a person's choice, else by name and by what is in it. */
public final class ColumnFinder {

    /** The choice that a file has no such column. */
    public static final String NONE = "none";

    /** The option that names columns not to be learnt from. */
    public static final String LEAVE_OUT = "leaveOut";

    private static final int NAMED = 1;

    /** Put on a time that its name tells, so that it goes before moments of any other name. */
    private static final int NAMED_TIME = 1_000;

    /** What a count from an unknown start is divided by, so that it goes behind all moments. */
    private static final int LAST = 10;

    /** Payments are at moments of their own, give or take this many at each; durations come again and again. */
    private static final long MOSTLY = 3;

    /** Different values up to which a column named like an outcome may be meant as one. */
    private static final int MOST_OUTCOMES = 6;

    private final TableProfile table;
    private final OptionValues options;
    private final Notes notes;
    private final Set<String> taken = new HashSet<>();

    public ColumnFinder(TableProfile table, OptionValues options, Notes notes) {
        this.table = table;
        this.options = options;
        this.notes = notes;
    }

    /**
     * The plan of a file to learn from.
     *
     * @throws TemplateException of kind USER when a chosen column is not there or no label is found
     */
    public ColumnPlan find() throws TemplateException {
        takeChosen();
        leaveOut();
        ColumnProfile label = label();
        ColumnProfile time = find(Role.TIME, this::timeFit);
        ColumnProfile clock = time == null ? null : clock(time);
        ColumnProfile amount = find(Role.AMOUNT, ColumnFinder::amountScore);
        ColumnProfile customer =
                find(Role.CUSTOMER, time == null ? ColumnFinder::identityScore : ColumnFinder::entityScore);
        // without time nothing is known of a place's past: what it is called is worth learning from
        ColumnProfile terminal = find(Role.TERMINAL, time == null ? column -> -1 : ColumnFinder::entityScore);
        if (time != null && customer == null && !declined(Role.CUSTOMER)) {
            customer = guessedEntity(Role.CUSTOMER);
        }
        if (time != null && terminal == null && customer != null && !declined(Role.TERMINAL)) {
            terminal = guessedEntity(Role.TERMINAL);
        }
        ColumnProfile transaction = find(Role.TRANSACTION, column -> column.allDifferent() ? NAMED : -1);
        String format = time == null
                ? null
                : MomentReader.of(time, "").map(MomentReader::format).orElse(null);
        if (time != null && format == null) {
            throw TemplateException.user(
                    "time-unreadable",
                    "The column \"%s\" cannot be read as time; it starts with \"%s\"."
                            .formatted(
                                    time.name(),
                                    time.examples().isEmpty()
                                            ? ""
                                            : time.examples().getFirst()),
                    "Choose another column, or write times like 2018-06-18 14:05:00.");
        }
        if (amount != null && NumberReader.of(amount).isEmpty()) {
            throw TemplateException.user(
                    "amount-unreadable",
                    "The column \"%s\" cannot be read as amounts.".formatted(amount.name()),
                    "Choose a column of numbers.");
        }
        Hindsight.tell(open(), notes);
        ColumnPlan plan = new ColumnPlan(
                label.name(),
                name(time),
                format,
                name(clock),
                name(amount),
                name(customer),
                name(terminal),
                name(transaction),
                chosen(Role.PROTECTED).map(ColumnProfile::name).orElse(null),
                List.of());
        return plan.with(new ExtraFinder(table, notes).find(taken));
    }

    /** Names of columns that play no part yet. */
    private List<String> open() {
        return table.columns().keySet().stream()
                .filter(name -> !taken.contains(name))
                .toList();
    }

    /** Columns that a person wants left out; they play no part. */
    private void leaveOut() throws TemplateException {
        for (String name : options.text(LEAVE_OUT).orElse("").split("[,;\n]")) {
            boolean nothing =
                    name.strip().equalsIgnoreCase(NONE) && table.column(NONE).isEmpty();
            if (name.isBlank() || nothing) {
                continue;
            }
            ColumnProfile column = table.column(name.strip())
                    .orElseThrow(() -> TemplateException.user(
                            "column-not-found",
                            "There is no column \"%s\" to leave out.".formatted(name.strip()),
                            "Choose some of: "
                                    + String.join(", ", table.columns().keySet()) + "."));
            taken.add(column.name());
        }
    }

    private void takeChosen() throws TemplateException {
        for (ColumnRole role : Role.ALL) {
            Optional<ColumnProfile> column = chosen(role);
            if (column.isPresent() && !taken.add(column.get().name())) {
                throw TemplateException.user(
                        "column-twice",
                        "The column \"%s\" cannot be both the %s and something else."
                                .formatted(column.get().name(), role.title().toLowerCase(Locale.ROOT)),
                        "Choose another column for one of them.");
            }
        }
    }

    private @Nullable ColumnProfile find(ColumnRole role, Scoring content) throws TemplateException {
        Optional<ColumnProfile> chosen = chosen(role);
        if (chosen.isPresent() || declined(role)) {
            return chosen.orElse(null);
        }
        Optional<ColumnProfile> best = best(role, content);
        best.ifPresent(column -> taken.add(column.name()));
        return best.orElse(null);
    }

    private Optional<ColumnProfile> best(ColumnRole role, Scoring content) {
        return table.columns().values().stream()
                .filter(column -> !taken.contains(column.name()))
                .filter(column -> role.types().contains(column.type()) && column.present() > 0)
                .filter(column -> fit(column, role, content) > 0)
                .max(Comparator.comparingInt((ColumnProfile column) -> fit(column, role, content)));
    }

    private int fit(ColumnProfile column, ColumnRole role, Scoring content) {
        if (role == Role.TIME) {
            return content.of(column);
        }
        int name = NameMatch.of(column.name(), role);
        if (name == 0 && !(role == Role.TRANSACTION && numbers(column))) {
            return 0;
        }
        int score = content.of(column);
        return score < 0 ? 0 : name + score;
    }

    /** First go moments that their name tells, then dates and timestamps of any other name, last counts from a start. */
    private int timeFit(ColumnProfile column) {
        int score = timeScore(column);
        int name = NameMatch.of(column.name(), Role.TIME);
        if (score < 0 || NameMatch.otherMoment(column.name()) || (name == 0 && !isMoment(column))) {
            return 0;
        }
        if (countsFromAStart(column)) {
            return NameMatch.wholeWord(name) && likelyTime(column) ? (name + score) / LAST : 0;
        }
        // some letters inside a name do not make an identity number a time
        boolean named = name > 0 && (NameMatch.wholeWord(name) || !column.isNumber());
        return name + score + (named ? NAMED_TIME : 0);
    }

    /** Plain numbers that only their name makes a time; durations look the same. */
    private static boolean countsFromAStart(ColumnProfile column) {
        return column.isNumber()
                && MomentReader.of(column, "").filter(MomentReader::absolute).isEmpty();
    }

    /**
     * In the order of the file, or mostly different values beside amounts: a shuffled file of payments. A name that goes on
     * after its time, such as {@code time_at_address}, tells how long something was.
     */
    private boolean likelyTime(ColumnProfile column) {
        boolean mostlyDifferent = column.allDifferent() || column.distinct() * MOSTLY > column.present();
        boolean besideAmounts = table.columns().values().stream()
                .anyMatch(other ->
                        NameMatch.wholeWord(NameMatch.of(other.name(), Role.AMOUNT)) && amountScore(other) >= 0);
        return column.rising()
                || (besideAmounts && mostlyDifferent && NameMatch.endsWithHint(column.name(), Role.TIME));
    }

    /** A column of times of day beside one of days. */
    private @Nullable ColumnProfile clock(ColumnProfile time) {
        boolean daysOnly = time.type() == ColumnType.DATE
                || (time.type() == ColumnType.TEXT
                        && time.examples().stream().noneMatch(example -> example.contains(":")));
        Optional<ColumnProfile> found = table.columns().values().stream()
                .filter(column -> daysOnly && !taken.contains(column.name()))
                .filter(column -> ClockReader.of(column).isPresent())
                .findFirst();
        found.ifPresent(column -> taken.add(column.name()));
        return found.orElse(null);
    }

    private static boolean isMoment(ColumnProfile column) {
        return column.type() == ColumnType.TIMESTAMP || column.type() == ColumnType.DATE;
    }

    private static boolean numbers(ColumnProfile column) {
        return column.numbersRows() || (column.type() == ColumnType.TEXT && column.allDifferent());
    }

    private ColumnProfile label() throws TemplateException {
        Optional<ColumnProfile> chosen = chosen(Role.LABEL);
        if (chosen.isPresent()) {
            return chosen.get();
        }
        Predicate<ColumnProfile> open = column -> !taken.contains(column.name());
        Optional<ColumnProfile> named = namedLikeOutcome(open.and(ColumnFinder::saysYesOrNo));
        if (named.isPresent()) {
            named = lastOfSeveral(open.and(ColumnFinder::saysYesOrNo), named.get());
        }
        boolean surely =
                named.filter(column -> NameMatch.wholeWord(labelFit(column))).isPresent();
        Optional<ColumnProfile> several = namedLikeOutcome(open.and(ColumnFinder::saysSeveral))
                .filter(column -> NameMatch.wholeWord(labelFit(column)));
        if (!surely && several.isPresent()) {
            throw severalOutcomes(several.get());
        }
        List<ColumnProfile> binary = table.columns().values().stream()
                .filter(open.and(column -> column.distinct() == 2))
                .toList();
        // with several to choose from even the last column of a file is often not the outcome
        Optional<ColumnProfile> found =
                named.or(() -> binary.size() == 1 ? Optional.of(binary.getFirst()) : Optional.empty());
        ColumnProfile label = found.orElseThrow(() -> TemplateException.user(
                "label-not-found",
                binary.isEmpty()
                        ? "No column says which rows are fraud: none has exactly two different values."
                        : "It is not clear which column says which rows are fraud. Columns with two values: "
                                + String.join(
                                        ", ",
                                        binary.stream().map(ColumnProfile::name).toList()) + ".",
                "Choose the column with the known outcome."));
        if (named.isEmpty()) {
            notes.warn(
                    "No column is named like an outcome; \"%s\" was taken because it alone has two values.",
                    label.name());
        }
        taken.add(label.name());
        return label;
    }

    private Optional<ColumnProfile> namedLikeOutcome(Predicate<ColumnProfile> wanted) {
        return table.columns().values().stream()
                .filter(wanted.and(column -> labelFit(column) > 0))
                .max(Comparator.comparingInt(ColumnFinder::labelFit));
    }

    /** Where several columns are called an outcome outright, the last of the file is it: files end with their outcome. */
    private Optional<ColumnProfile> lastOfSeveral(Predicate<ColumnProfile> wanted, ColumnProfile best) {
        List<ColumnProfile> columns = List.copyOf(table.columns().values());
        ColumnProfile last = columns.getLast();
        boolean both = NameMatch.whole(labelFit(best)) && NameMatch.whole(labelFit(last)) && wanted.test(last);
        if (!both || last.equals(best)) {
            return Optional.of(best);
        }
        notes.warn(
                "\"%s\" and \"%s\" are both named like the outcome; \"%s\" was taken, because it is the last column.",
                best.name(), last.name(), last.name());
        return Optional.of(last);
    }

    private static int labelFit(ColumnProfile column) {
        return NameMatch.of(column.name(), Role.LABEL);
    }

    /** A few numbers, but more than two. */
    private static boolean saysSeveral(ColumnProfile column) {
        return column.isNumber() && column.distinct() > 2 && column.distinct() <= MOST_OUTCOMES;
    }

    private static TemplateException severalOutcomes(ColumnProfile column) {
        return TemplateException.user(
                "label-not-binary",
                "The column \"%s\" is named like the outcome but has more than two different values: %s."
                        .formatted(column.name(), String.join(", ", column.examples())),
                "Keep in it 1 for fraud, 0 for genuine and nothing where it is not known, or choose another column with "
                        + "the known outcome.");
    }

    /** A column that is not named like the role but holds numbers of something that comes again and again. */
    private @Nullable ColumnProfile guessedEntity(ColumnRole role) {
        Optional<ColumnProfile> guess = table.columns().values().stream()
                .filter(column -> !taken.contains(column.name()) && role.types().contains(column.type()))
                .filter(IdentityNumbers::looksLike)
                .findFirst();
        guess.ifPresent(column -> {
            taken.add(column.name());
            notes.warn(
                    "\"%s\" was taken for the %s, because its values look like numbers of something that comes again.",
                    column.name(), role.title().toLowerCase(Locale.ROOT));
        });
        return guess.orElse(null);
    }

    /** At most two values, give or take spellings and a few odd ones. */
    private static boolean saysYesOrNo(ColumnProfile column) {
        return column.distinct() <= 2 || (column.type() == ColumnType.TEXT && column.distinct() <= MOST_OUTCOMES);
    }

    /** A time of day counts for more than some letters of a name, but for less than the name. */
    private static int timeScore(ColumnProfile column) {
        int typed =
                switch (column.type()) {
                    case TIMESTAMP -> 140;
                    case DATE -> 40;
                    case TEXT, INTEGER, DECIMAL -> MomentReader.of(column, "").isPresent() ? 40 : -1_000;
                    case BOOLEAN -> -1_000;
                };
        return typed + (column.rising() ? 50 : 0);
    }

    private static int amountScore(ColumnProfile column) {
        return NumberReader.of(column).isEmpty() || column.distinct() < 2
                ? -1
                : column.type() == ColumnType.DECIMAL ? 30 : NAMED;
    }

    /** Comes again and again, but is not a mere handful. */
    private static int entityScore(ColumnProfile column) {
        boolean repeats = column.distinct() < 0.9 * column.present() || column.present() < 100;
        boolean many = column.distinct() >= Math.min(10, column.present() / 4);
        boolean identity = column.type() != ColumnType.DECIMAL || column.whole();
        return repeats && many && identity ? NAMED : -1;
    }

    /** Without time a customer's number serves to keep rows together only; a debt of cards is worth more as it is. */
    private static int identityScore(ColumnProfile column) {
        boolean number = NameMatch.whole(NameMatch.of(column.name(), Role.CUSTOMER)) || IdentityNumbers.named(column);
        return number ? entityScore(column) : -1;
    }

    private Optional<ColumnProfile> chosen(ColumnRole role) throws TemplateException {
        Optional<String> name = options.text(role.option());
        if (name.isEmpty() || declined(role)) {
            return Optional.empty();
        }
        Optional<ColumnProfile> column = table.column(name.get());
        if (column.isEmpty()) {
            throw TemplateException.user(
                    "column-not-found",
                    "There is no column \"%s\" to be the %s."
                            .formatted(name.get(), role.title().toLowerCase(Locale.ROOT)),
                    "Choose one of: " + String.join(", ", table.columns().keySet()) + ".");
        }
        return column;
    }

    private boolean declined(ColumnRole role) {
        return options.text(role.option()).filter(NONE::equalsIgnoreCase).isPresent()
                && table.column(NONE).isEmpty();
    }

    private static @Nullable String name(@Nullable ColumnProfile column) {
        return column == null ? null : column.name();
    }

    /** How well the content of a column fits; below 0 not at all. */
    @FunctionalInterface
    private interface Scoring {
        int of(ColumnProfile column);
    }
}
