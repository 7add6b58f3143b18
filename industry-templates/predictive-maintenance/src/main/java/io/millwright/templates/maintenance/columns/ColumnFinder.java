package io.millwright.templates.maintenance.columns;

import io.millwright.plugins.api.ColumnRole;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.OptionValues;
import io.millwright.plugins.api.TableInput;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.learning.encoding.ColumnProfile;
import io.millwright.templates.learning.encoding.MomentReader;
import io.millwright.templates.learning.encoding.NumberReader;
import io.millwright.templates.learning.encoding.Spellings;
import io.millwright.templates.learning.encoding.TableProfile;
import io.millwright.templates.learning.report.Notes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds out which column plays which part: by a person's choice, else by name, else by how its values follow each other. */
public final class ColumnFinder {

    /** The choice that a file has no such column. */
    public static final String NONE = "none";

    /** Fewer rows of a machine on average are no history. */
    private static final int LEAST_ROWS = 5;

    private static final int LEAST_OF_MODE = 30;
    private static final int MOST_COMBINATIONS = 12;
    private static final int MOST_FAILURES = 50;
    private static final int MOST_CATEGORIES = 1_000;

    /** A time has at least so many different values for each row of a machine; of very long files, so many in all. */
    private static final double TELLING_APART = 0.5;

    private static final double MANY = 20_000;

    private final TableInput table;
    private final TableProfile profile;
    private final OptionValues options;
    private final Notes notes;
    private final Set<String> taken = new HashSet<>();

    public ColumnFinder(TableInput table, TableProfile profile, OptionValues options, Notes notes) {
        this.table = table;
        this.profile = profile;
        this.options = options;
        this.notes = notes;
    }

    /** @throws TemplateException of kind USER when a chosen column is not there, or nothing is measured */
    public ColumnPlan find() throws TemplateException {
        for (ColumnRole role : Role.ALL) {
            chosen(role).ifPresent(column -> taken.add(column.name()));
        }
        String life = column(Role.LIFE, column -> column.isNumber() && column.distinct() > 2);
        String failureTime =
                column(Role.FAILURE_TIME, column -> MomentReader.of(column, "").isPresent());
        String failure = column(Role.FAILURE, ColumnFinder::twoValues);
        if (failure == null && !declined(Role.FAILURE)) {
            failure = column(Role.FAILURE, ColumnFinder::fewValues);
        }
        if (failure == null && !declined(Role.FAILURE)) {
            failure = column(Role.FAILURE, ColumnFinder::isConstant);
        }
        String asset = column(Role.ASSET, this::isMachine);
        if (asset == null && !declined(Role.ASSET)) {
            asset = guessedAsset();
        }
        String machine = asset;
        String time = column(Role.TIME, column -> isClock(column, machine));
        if (time == null && !declined(Role.TIME)) {
            time = asset == null ? guessedMoment() : guessedTime(asset);
        }
        String part = asset == null ? null : part(asset, time);
        if (failure == null && asset == null && time == null && life == null && !declined(Role.FAILURE)) {
            failure = guessedFailure();
        }
        List<String> settings = new ArrayList<>();
        List<String> sensors = new ArrayList<>();
        List<String> categories = new ArrayList<>();
        List<String> ignored = new ArrayList<>();
        for (ColumnProfile column : profile.columns().values()) {
            if (taken.contains(column.name())) {
                continue;
            }
            boolean counter = column.numbersRows() && profile.rows() > LEAST_ROWS;
            if (isCategory(column)) {
                categories.add(column.name());
            } else if (counter
                    || column.distinct() < 2
                    || NumberReader.of(column).isEmpty()
                    || MomentReader.of(column, "").isPresent() && !column.isNumber()) {
                ignored.add(column.name());
            } else if (NameFit.isSetting(column.name())) {
                settings.add(column.name());
            } else {
                sensors.add(column.name());
            }
        }
        if (sensors.isEmpty()) {
            sensors.addAll(settings);
            settings.clear();
        }
        if (sensors.isEmpty()) {
            throw TemplateException.user(
                    "nothing-measured",
                    "The file has no column of changing numbers that could be a sensor.",
                    "Bring a file with one row per machine and moment, and the measured values in columns of their own.");
        }
        if (!ignored.isEmpty()) {
            notes.info(
                    "Not learnt from, because they are constant, free text, moments, or number the rows: %s.",
                    Notes.list(ignored));
        }
        return new ColumnPlan(asset, part, time, failure, failureTime, life, settings, sensors, List.of(), categories);
    }

    /** Columns of a few words each that are often enough for a condition of their own, as long as their combinations stay few. */
    public static List<ColumnPlan.Mode> modes(TableInput table, List<String> categories) {
        List<ColumnPlan.Mode> modes = new ArrayList<>();
        int combinations = 1;
        List<Map<String, Integer>> counts = Spellings.count(table, categories);
        for (int at = 0; at < categories.size(); at++) {
            Map<String, Integer> words = counts.get(at);
            boolean often = words.values().stream().allMatch(count -> count >= LEAST_OF_MODE);
            if (often && words.size() > 1 && combinations * words.size() <= MOST_COMBINATIONS) {
                combinations *= words.size();
                modes.add(new ColumnPlan.Mode(categories.get(at), Spellings.mostFrequent(words, words.size())));
            }
        }
        return modes;
    }

    private @Nullable String column(ColumnRole role, Predicate<ColumnProfile> fits) throws TemplateException {
        String choice = options.text(role.option()).orElse("");
        if (choice.equalsIgnoreCase(NONE)) {
            return null;
        }
        if (!choice.isEmpty()) {
            return chosen(role)
                    .map(ColumnProfile::name)
                    .orElseThrow(() -> TemplateException.user(
                            "column-missing",
                            "There is no column \"%s\", which was chosen as %s."
                                    .formatted(choice, role.title().toLowerCase(Locale.ROOT)),
                            "Choose one of the file's columns: "
                                    + Notes.list(List.copyOf(profile.columns().keySet())) + "."));
        }
        return named(role, fits);
    }

    private @Nullable String named(ColumnRole role, Predicate<ColumnProfile> fits) {
        String best = null;
        int most = 0;
        for (ColumnProfile column : profile.columns().values()) {
            int fit = taken.contains(column.name()) || !role.types().contains(column.type())
                    ? 0
                    : NameFit.of(column.name(), role, machines());
            if (fit > most && fits.test(column)) {
                most = fit;
                best = column.name();
            }
        }
        if (best != null) {
            taken.add(best);
        }
        return best;
    }

    /** Words for machines that the file has columns for, and those for any machine. */
    private Set<String> machines() {
        Set<String> words = new HashSet<>(Role.ANY_MACHINE);
        profile.columns().keySet().stream()
                .filter(ColumnFinder::namesMachine)
                .flatMap(name -> NameFit.words(name).stream())
                .filter(Role.ASSET.hints()::contains)
                .forEach(words::add);
        return words;
    }

    private Optional<ColumnProfile> chosen(ColumnRole role) {
        return options.text(role.option())
                .filter(name -> !name.equalsIgnoreCase(NONE))
                .flatMap(profile::column);
    }

    private boolean declined(ColumnRole role) {
        return options.text(role.option()).orElse("").equalsIgnoreCase(NONE);
    }

    /** Values that come in one block each, as when machines are listed one after the other. */
    private @Nullable String guessedAsset() {
        List<String> candidates = profile.columns().values().stream()
                .filter(column -> !taken.contains(column.name()))
                .filter(column -> column.type() == ColumnType.INTEGER || column.type() == ColumnType.TEXT)
                .filter(this::manyRowsEach)
                .map(ColumnProfile::name)
                .toList();
        Map<String, Long> changes = RunScan.changes(table, candidates);
        for (String name : candidates) {
            ColumnProfile column = profile.columns().get(name);
            if (column != null && changes.getOrDefault(name, 0L) + 1 == column.distinct()) {
                notes.warn(
                        "\"%s\" was taken for the machine, because its values come in blocks; correct it if it is not.",
                        name);
                taken.add(name);
                return name;
            }
        }
        return null;
    }

    private @Nullable String guessedTime(String asset) {
        List<String> candidates = profile.columns().values().stream()
                .filter(column -> !taken.contains(column.name()))
                .filter(column ->
                        column.isNumber() || column.type() == ColumnType.TIMESTAMP || column.type() == ColumnType.DATE)
                .map(ColumnProfile::name)
                .toList();
        List<String> clocks = RunScan.clocks(table, asset, candidates);
        if (clocks.isEmpty()) {
            return null;
        }
        String time = clocks.getFirst();
        notes.warn(
                "\"%s\" was taken for the time, because it counts up for each machine; correct it if it is not.", time);
        taken.add(time);
        return time;
    }

    /** The only column of moments that are not the same in many rows. */
    private @Nullable String guessedMoment() {
        List<String> candidates = profile.columns().values().stream()
                .filter(column -> !taken.contains(column.name()) && !column.isNumber())
                .filter(column -> MomentReader.of(column, "").isPresent() && isClock(column, null))
                .map(ColumnProfile::name)
                .toList();
        if (candidates.size() != 1) {
            return null;
        }
        taken.add(candidates.getFirst());
        return candidates.getFirst();
    }

    /** Of rows without histories the last column, where it says yes or no and one of both is rare. */
    private @Nullable String guessedFailure() {
        List<ColumnProfile> columns = List.copyOf(profile.columns().values());
        ColumnProfile last = columns.getLast();
        if (taken.contains(last.name())
                || last.distinct() != 2
                || last.missing() > 0
                || columns.size() < 3
                || last.type() == ColumnType.DECIMAL && !last.whole()) {
            return null;
        }
        notes.warn(
                "\"%s\" was taken for the failure, because it is the last column and has two values; correct it if it is not.",
                last.name());
        taken.add(last.name());
        return last.name();
    }

    /** Whether the values tell the rows of a machine apart, as a time does; the hour of the day does not. */
    private boolean isClock(ColumnProfile column, @Nullable String asset) {
        ColumnProfile machine = asset == null ? null : profile.columns().get(asset);
        double each = (double) column.present() / (machine == null ? 1 : machine.distinct());
        return (column.isNumber() || MomentReader.of(column, "").isPresent())
                && column.distinct() >= Math.min(MANY, TELLING_APART * each);
    }

    /** The column of files, where machines in different files have the same names and the same times. */
    private @Nullable String part(String asset, @Nullable String time) {
        ColumnProfile file = profile.columns().get(ColumnPlan.FILE);
        if (file == null
                || asset.equals(file.name())
                || taken.contains(file.name())
                || file.type() != ColumnType.TEXT
                || file.distinct() < 2
                || time == null
                || !RunScan.restarts(table, file.name(), asset, time)) {
            return null;
        }
        taken.add(file.name());
        notes.info("Machines are told apart by the file and \"%s\", since each file counts its own.", asset);
        return file.name();
    }

    private static boolean isCategory(ColumnProfile column) {
        return column.distinct() >= 2
                && (column.type() == ColumnType.BOOLEAN
                        || column.type() == ColumnType.TEXT
                                && NumberReader.of(column).isEmpty()
                                && MomentReader.of(column, "").isEmpty()
                                && column.distinct() <= MOST_CATEGORIES
                                && column.present() >= (long) LEAST_ROWS * column.distinct());
    }

    /** A pump that is 0 or 1 is off or on, and one of 3.7 is a measurement, unless the name says that it is a number. */
    private boolean isMachine(ColumnProfile column) {
        boolean whole = column.type() != ColumnType.DECIMAL || column.whole();
        boolean onOff = column.distinct() == 2
                && column.examples().stream().allMatch(value -> value.strip().matches("[01]([.,]0*)?"));
        return manyRowsEach(column) && whole && (!onOff || NameFit.isNumbered(column.name()));
    }

    private boolean manyRowsEach(ColumnProfile column) {
        return column.distinct() >= 2 && column.present() >= (long) LEAST_ROWS * column.distinct();
    }

    private static boolean fewValues(ColumnProfile column) {
        return !isConstant(column)
                && !isSwitch(column)
                && column.distinct() <= MOST_FAILURES
                && column.present() >= (long) LEAST_ROWS * column.distinct()
                && (column.type() == ColumnType.TEXT || column.whole());
    }

    private static boolean twoValues(ColumnProfile column) {
        return !isSwitch(column) && column.distinct() <= 2 && column.distinct() >= 1 && !isConstant(column);
    }

    /** Whether something is on or off, open or closed: how a machine is run, not whether it is well. */
    private static boolean isSwitch(ColumnProfile column) {
        return column.type() == ColumnType.TEXT
                && !column.examples().isEmpty()
                && column.examples().stream()
                        .allMatch(value -> Role.SWITCHED.contains(value.strip().toLowerCase(Locale.ROOT)));
    }

    private static boolean isConstant(ColumnProfile column) {
        return column.distinct() == 1 && column.missing() == 0;
    }

    /** Whether a column's name tells of a machine; that of a file may as well be a day's. */
    public static boolean namesMachine(String column) {
        return !column.equalsIgnoreCase(ColumnPlan.FILE) && NameFit.of(column, Role.ASSET) > 0;
    }

    /** Whether a column's name tells of failures for certain, and not of any event or state. */
    public static boolean namesFailure(String column) {
        return NameFit.isCertain(column, Role.FAILURE);
    }
}
