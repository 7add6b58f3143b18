package io.millwright.templates.forecasting.columns;

import io.millwright.plugins.api.ColumnRole;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.OptionValues;
import io.millwright.plugins.api.TableInput;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.learning.encoding.ColumnProfile;
import io.millwright.templates.learning.encoding.MomentReader;
import io.millwright.templates.learning.encoding.NumberReader;
import io.millwright.templates.learning.encoding.TableProfile;
import io.millwright.templates.learning.report.Notes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out which column plays which part: by a person's choice, else by name, else by type. */
public final class ColumnFinder {

    /** The choice that a file has no such column. */
    public static final String NONE = "none";

    private static final int LEAST_ROWS = 3;

    private final TableInput table;
    private final TableProfile profile;
    /** The column that only the layout of the file made; else null. */
    private final @Nullable String figures;

    private final OptionValues options;
    private final Notes notes;
    private final Set<String> taken = new HashSet<>();

    public ColumnFinder(ShapedFile file, OptionValues options, Notes notes) {
        this.table = file.table();
        this.profile = file.profile();
        this.figures = file.value();
        this.options = options;
        this.notes = notes;
    }

    /** @throws TemplateException of kind USER when a chosen column is not there, or there are no figures */
    public ColumnPlan find() throws TemplateException {
        for (ColumnRole role : Role.ALL) {
            String choice = chosen(role);
            if (choice != null) {
                taken.add(choice);
            }
        }
        List<String> steps = StepColumns.of(profile);
        boolean longLayout = chosen(Role.TIME) != null || chosen(Role.VALUE) != null || timeBeside(steps);
        if (!steps.isEmpty()
                && !longLayout
                && 2 * steps.size() > profile.columns().size()) {
            return wide(steps);
        }
        String time = time();
        String value = column(Role.VALUE, column -> NumberReader.of(column).isPresent());
        String item = column(Role.ITEM, this::repeats);
        String place = column(Role.PLACE, this::repeats);
        String year = time == null ? null : year(time);
        List<String> keys = keys(time, year, item, place);
        String format = time == null
                ? ""
                : year != null
                        ? YearColumns.part(profile, time)
                        : profile.column(time)
                                .flatMap(column -> MomentReader.of(column, ""))
                                .map(MomentReader::format)
                                .orElse("");
        if (value == null) {
            refuseEmptyValue();
            List<String> series = time == null || !keys.isEmpty() ? List.of() : seriesBeside(time, year);
            if (series.size() > 1) {
                notes.info("Each of these columns was taken for a series: %s.", Notes.list(series));
                return new ColumnPlan(List.of(), time, null, List.of(), series, format, List.of(), year);
            }
            value = byType(column -> changes(column) && NameFit.of(column.name(), Role.BESIDE) == 0);
            value = value == null ? byType(this::changes) : value;
            if (value == null) {
                throw TemplateException.user(
                        "nothing-to-forecast",
                        "The file has no column of changing numbers that could be forecast.",
                        "Bring a file with a row for each item and step and a column of figures, "
                                + "or with a row for each series and the steps as columns.");
            }
            notes.warn("\"%s\" was taken for the value to forecast; correct it if it is not.", value);
        }
        return new ColumnPlan(keys, time, value, List.of(), List.of(), format, List.of(), year);
    }

    /** By a person's choice, by name, by type; a year only where nothing else tells the time. */
    private @Nullable String time() throws TemplateException {
        String named = column(Role.TIME, column -> MomentReader.of(column, "").isPresent());
        if (declined(Role.TIME) || chosen(Role.TIME) != null) {
            return named;
        }
        if (named != null) {
            Optional<String> whole = CalendarParts.wholeOf(table, profile, named, taken);
            if (whole.isPresent()) {
                taken.remove(named);
                taken.add(whole.get());
                notes.info("\"%s\" only repeats a part of \"%s\", which is the time.", named, whole.get());
            }
            return whole.orElse(named);
        }
        String typed = byType(CalendarParts::isDate);
        if (typed != null) {
            return typed;
        }
        refuseUnreadableTime();
        String year = YearColumns.alone(profile, taken);
        if (year != null) {
            taken.add(year);
        }
        return year;
    }

    /** A column that is named as only a time is, and cannot be read: to take the order of the rows instead would mislead. */
    private void refuseUnreadableTime() throws TemplateException {
        for (ColumnProfile column : profile.columns().values()) {
            boolean named = column.type() == ColumnType.TEXT
                    && column.present() > 0
                    && !taken.contains(column.name())
                    && NameFit.whole(column.name(), Role.UNMISTAKABLE_TIMES);
            if (named) {
                throw TemplateException.user(
                        "time-unreadable",
                        "\"%s\" looks like the time, but its values, such as \"%s\", cannot be read as times."
                                .formatted(column.name(), column.examples().getFirst()),
                        "Write them like 2024-03-31 or 2024-03, or choose \"none\" as the time if the rows are in order.");
            }
        }
    }

    /**
     * What names a series: the item first, the place last. Names alone may mislead, so rows decide: where no two share a time,
     * there is one series; where series would share steps, further columns come to the keys.
     */
    private List<String> keys(
            @Nullable String time, @Nullable String year, @Nullable String item, @Nullable String place)
            throws TemplateException {
        List<String> named = Stream.of(item, place)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
        boolean asked = chosen(Role.ITEM) != null || chosen(Role.PLACE) != null;
        if (time == null) {
            String found = item != null || declined(Role.ITEM)
                    ? null
                    : byType(column -> column.type() == ColumnType.TEXT && repeats(column));
            return found == null
                    ? named
                    : Stream.concat(Stream.of(found), named.stream()).toList();
        }
        List<String> others =
                taken.stream().filter(name -> !named.contains(name)).toList();
        KeySearch search =
                new KeySearch(table, profile, year == null ? List.of(time) : List.of(year, time), named, others);
        if (!asked && search.enough(List.of())) {
            taken.removeAll(named);
            return List.of();
        }
        if (declined(Role.ITEM) || declined(Role.PLACE)) {
            return named;
        }
        List<String> all = new ArrayList<>(search.completed(named));
        List<String> more = all.subList(named.size(), all.size());
        if (!more.isEmpty()) {
            notes.warn("%s was taken to name a series too; correct the item and the place if not.", Notes.list(more));
            taken.addAll(more);
        }
        if (place != null) {
            all.remove(place);
            all.add(place);
        }
        return List.copyOf(all);
    }

    /** A column that is named like the value and holds none is the value all the same. */
    private void refuseEmptyValue() throws TemplateException {
        for (ColumnProfile column : profile.columns().values()) {
            if (column.present() == 0 && NameFit.of(column.name(), Role.VALUE) > 0 && !declined(Role.VALUE)) {
                throw TemplateException.user(
                        "value-empty",
                        "\"%s\" has no value in any row, so there is nothing to learn from.".formatted(column.name()),
                        "Bring a file with its past values, or choose another column as the value.");
            }
        }
    }

    /** The column of the year where the time is only the number of a week, month or quarter. */
    private @Nullable String year(String time) throws TemplateException {
        String year = YearColumns.beside(profile, time, taken);
        if (year != null) {
            taken.add(year);
            notes.info("\"%s\" and \"%s\" are the time together.", year, time);
        }
        return year;
    }

    /** Whether a column that is no step says when a row was. */
    private boolean timeBeside(List<String> steps) {
        return profile.columns().values().stream()
                .filter(column -> !steps.contains(column.name()))
                .anyMatch(column -> column.type() == ColumnType.DATE
                        || column.type() == ColumnType.TIMESTAMP
                        || NameFit.of(column.name(), Role.TIME) > 0
                                && MomentReader.of(column, "").isPresent());
    }

    private ColumnPlan wide(List<String> steps) throws TemplateException {
        List<String> keys = new ArrayList<>();
        for (ColumnRole role : List.of(Role.ITEM, Role.PLACE)) {
            String choice = chosen(role);
            if (choice != null) {
                keys.add(choice);
            }
        }
        if (keys.isEmpty() && !declined(Role.ITEM)) {
            profile.columns().values().stream()
                    .filter(column -> !steps.contains(column.name()) && column.allDifferent())
                    .findFirst()
                    .ifPresent(column -> keys.add(column.name()));
        }
        List<String> values =
                steps.stream().filter(step -> !keys.contains(step)).toList();
        return new ColumnPlan(keys, null, null, values, List.of(), "", List.of(), null);
    }

    private @Nullable String column(ColumnRole role, Predicate<ColumnProfile> fits) throws TemplateException {
        String choice = chosen(role);
        if (choice != null || declined(role)) {
            return choice;
        }
        String best = null;
        int most = 0;
        for (ColumnProfile column : profile.columns().values()) {
            int fit = taken.contains(column.name()) || !role.types().contains(column.type())
                    ? 0
                    : NameFit.of(column.name(), role);
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

    private @Nullable String byType(Predicate<ColumnProfile> fits) {
        for (ColumnProfile column : profile.columns().values()) {
            if (!taken.contains(column.name()) && fits.test(column)) {
                taken.add(column.name());
                return column.name();
            }
        }
        return null;
    }

    private @Nullable String chosen(ColumnRole role) throws TemplateException {
        if (figures != null && role.equals(Role.VALUE)) {
            return figures;
        }
        String choice = options.text(role.option()).orElse("");
        if (choice.isEmpty() || choice.equalsIgnoreCase(NONE)) {
            return null;
        }
        return profile.column(choice)
                .map(ColumnProfile::name)
                .orElseThrow(() -> TemplateException.user(
                        "column-missing",
                        "There is no column \"%s\", which was chosen as %s."
                                .formatted(choice, role.title().toLowerCase(Locale.ROOT)),
                        "Choose one of the file's columns: "
                                + Notes.list(List.copyOf(profile.columns().keySet())) + "."));
    }

    private boolean declined(ColumnRole role) {
        return options.text(role.option()).orElse("").equalsIgnoreCase(NONE);
    }

    /** Columns of changing numbers beside a time that no two rows share; empty where rows share times. */
    private List<String> seriesBeside(String time, @Nullable String year) {
        boolean once = year == null
                ? profile.column(time).filter(ColumnProfile::allDifferent).isPresent()
                : new KeySearch(table, profile, List.of(year, time), List.of(), List.of()).enough(List.of());
        return profile.columns().values().stream()
                .filter(column -> once && !taken.contains(column.name()) && changes(column) && column.distinct() > 2)
                .map(ColumnProfile::name)
                .toList();
    }

    private boolean changes(ColumnProfile column) {
        return column.present() > 0
                && column.distinct() > 1
                && !column.numbersRows()
                && NumberReader.of(column).isPresent();
    }

    private boolean repeats(ColumnProfile column) {
        return column.distinct() >= 1 && column.present() >= (long) LEAST_ROWS * column.distinct();
    }
}
