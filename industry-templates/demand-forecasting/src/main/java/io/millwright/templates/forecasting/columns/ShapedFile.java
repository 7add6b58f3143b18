package io.millwright.templates.forecasting.columns;

import io.millwright.plugins.api.OptionValues;
import io.millwright.plugins.api.TableInput;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.forecasting.layout.Layout;
import io.millwright.templates.forecasting.layout.ReshapedTable;
import io.millwright.templates.learning.encoding.TableProfile;
import io.millwright.templates.learning.report.Notes;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file whose time is in one column.
 *
 * @param layout how it was put together; null where the file already was so
 */
public record ShapedFile(
        TableInput table, TableProfile profile, @Nullable Layout layout) {

    /** As the file asks for. */
    public static ShapedFile of(TableInput file, OptionValues options) {
        TableProfile profile = TableProfile.of(file);
        return shaped(
                file, profile, new LayoutFinder(file, profile, options).find().orElse(null));
    }

    /**
     * As a model was trained.
     *
     * @throws TemplateException of kind USER when a column of the layout is not there
     */
    public static ShapedFile as(@Nullable Layout layout, TableInput file) throws TemplateException {
        TableProfile profile = TableProfile.of(file);
        List<String> missing = Optional.ofNullable(layout).map(Layout::columns).orElse(List.of()).stream()
                .filter(name -> !profile.columns().containsKey(name))
                .toList();
        if (!missing.isEmpty()) {
            throw missing(missing);
        }
        return shaped(file, profile, layout);
    }

    /** The refusal of a file without columns that a model needs. */
    public static TemplateException missing(List<String> columns) {
        return TemplateException.user(
                "columns-missing",
                "The file lacks %s, which the model was trained with.".formatted(Notes.list(columns)),
                "Bring a file with the same columns, or train a model without them.");
    }

    private static ShapedFile shaped(TableInput file, TableProfile profile, @Nullable Layout layout) {
        if (layout == null) {
            return new ShapedFile(file, profile, null);
        }
        TableInput table = new ReshapedTable(file, profile, layout);
        return new ShapedFile(table, TableProfile.of(table), layout);
    }

    /** The name of the column with the figures where only the layout knows it; else null. */
    @Nullable
    String value() {
        return layout == null || layout.across().isEmpty() ? null : layout.value();
    }
}
