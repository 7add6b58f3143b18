package io.millwright.plugins.host.internal;

import io.millwright.governance.datasets.DatasetColumn;
import io.millwright.governance.datasets.DatasetVersion;
import io.millwright.plugins.api.ColumnRole;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.TemplateDescriptor;
import io.millwright.plugins.host.OptionRules;
import io.millwright.tenancy.MillwrightException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The options of a job, complete: the template's defaults, over them what the project sets (or, for scoring, what the model
 * was trained with), over them what the job sets. They are kept with the job, so that the same job can be run again after project and template have changed.
 */
public final class JobOptions {

    /** @throws MillwrightException with code {@code option-invalid} that names every problem */
    Map<String, String> of(TemplateDescriptor template, Map<String, String> base, Map<String, String> job) {
        var options = new TreeMap<String, String>();
        template.options().forEach(option -> options.put(option.name(), option.defaultValue()));
        options.putAll(known(template, base));
        options.putAll(withoutBlanks(job));
        OptionRules.check(template, options);
        return options;
    }

    /**
     * Checks the columns that people chose against the table, before a job waits in the queue for nothing.
     *
     * @throws MillwrightException with code {@code column-unfit} that names the column and the role
     */
    void checkColumns(TemplateDescriptor template, Map<String, String> options, DatasetVersion dataset) {
        for (var role : template.roles()) {
            var chosen = options.get(role.option());
            if (chosen != null) {
                checkColumn(role, chosen, dataset);
            }
        }
    }

    /** Options without those whose value is blank, which means "the default". */
    static Map<String, String> withoutBlanks(Map<String, String> options) {
        var set = new TreeMap<String, String>();
        options.forEach((name, value) -> {
            if (!value.isBlank()) {
                set.put(name, value.strip());
            }
        });
        return set;
    }

    /** A version that came later may have dropped options; what it does not know any more is left out. */
    private static Map<String, String> known(TemplateDescriptor template, Map<String, String> options) {
        var problems = OptionRules.problems(template, options);
        return options.entrySet().stream()
                .filter(option -> !problems.containsKey(option.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void checkColumn(ColumnRole role, String chosen, DatasetVersion dataset) {
        var column = dataset.columns().stream()
                .filter(each -> each.name().equals(chosen))
                .findFirst()
                .orElseThrow(() -> unfit(
                        "\"%s\" version %d has no column \"%s\", which was chosen as %s."
                                .formatted(dataset.datasetName(), dataset.number(), chosen, role.title()),
                        dataset));
        if (!role.types().contains(type(column))) {
            throw unfit(
                    "The column \"%s\" holds %s, which cannot be %s."
                            .formatted(chosen, column.type().name().toLowerCase(java.util.Locale.ROOT), role.title()),
                    dataset);
        }
    }

    private static ColumnType type(DatasetColumn column) {
        return ColumnType.valueOf(column.type().name());
    }

    private static MillwrightException unfit(String message, DatasetVersion dataset) {
        var names =
                dataset.columns().stream().map(DatasetColumn::name).limit(20).collect(Collectors.joining(", "));
        return MillwrightException.user("column-unfit", message, "Choose another column; there are: " + names + ".");
    }
}
