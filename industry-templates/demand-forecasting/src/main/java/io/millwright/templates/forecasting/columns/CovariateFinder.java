package io.millwright.templates.forecasting.columns;

import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.TableInput;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.learning.encoding.ColumnProfile;
import io.millwright.templates.learning.encoding.NumberReader;
import io.millwright.templates.learning.encoding.Spellings;
import io.millwright.templates.learning.encoding.TableProfile;
import io.millwright.templates.learning.report.Notes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the columns beside the value that may be known for the steps ahead: numbers, flags and names that change. */
public record CovariateFinder(TableInput table, TableProfile profile, Notes notes) {

    /** The choice of all columns that could be known ahead. */
    public static final String FOUND = "auto";

    private static final int MOST_CODES = 64;
    private static final int MOST = 40;

    /**
     * The columns known ahead.
     *
     * @param choice {@value #FOUND}, {@code none}, or names with commas between them
     * @throws TemplateException of kind USER when a named column is not there
     */
    public List<Covariate> find(ColumnPlan plan, String choice) throws TemplateException {
        if (choice.equalsIgnoreCase(ColumnFinder.NONE)) {
            return List.of();
        }
        boolean named = !choice.isBlank() && !choice.equalsIgnoreCase(FOUND);
        List<ColumnProfile> columns =
                named ? named(choice) : List.copyOf(profile.columns().values());
        List<Covariate> found = new ArrayList<>();
        for (ColumnProfile column : columns) {
            boolean taken = plan.keys().contains(column.name())
                    || plan.values().contains(column.name())
                    || plan.steps().contains(column.name())
                    || plan.wide() && NumberReader.of(column).isPresent()
                    || column.name().equals(plan.time())
                    || column.name().equals(plan.year());
            if (!taken && found.size() < MOST) {
                of(column).ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }

    private List<ColumnProfile> named(String choice) throws TemplateException {
        List<ColumnProfile> columns = new ArrayList<>();
        for (String name : Arrays.stream(choice.split(",")).map(String::strip).toList()) {
            columns.add(profile.column(name)
                    .orElseThrow(() -> TemplateException.user(
                            "column-missing",
                            "There is no column \"%s\", which was named as known ahead.".formatted(name),
                            "Name columns of the file: "
                                    + Notes.list(List.copyOf(profile.columns().keySet())) + ".")));
        }
        return columns;
    }

    private Optional<Covariate> of(ColumnProfile column) {
        if (column.distinct() < 2 || column.type() == ColumnType.DATE || column.type() == ColumnType.TIMESTAMP) {
            return Optional.empty();
        }
        if (NumberReader.of(column).isPresent()) {
            boolean counter = column.numbersRows() && column.present() > MOST_CODES;
            Covariate.Kind kind = column.distinct() == 2 ? Covariate.Kind.FLAG : Covariate.Kind.NUMBER;
            return counter ? Optional.empty() : Optional.of(new Covariate(column.name(), kind, List.of()));
        }
        if (column.distinct() > MOST_CODES) {
            return Optional.empty();
        }
        Map<String, Integer> counts =
                Spellings.count(table, List.of(column.name())).getFirst();
        List<String> codes = counts.keySet().stream()
                .map(String::strip)
                .distinct()
                .sorted()
                .limit(MOST_CODES)
                .toList();
        Covariate.Kind kind = codes.size() == 2 ? Covariate.Kind.FLAG : Covariate.Kind.CATEGORY;
        return Optional.of(new Covariate(column.name(), kind, codes));
    }
}
