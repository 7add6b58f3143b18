package io.millwright.portal.ui.projects;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.combobox.ComboBox;
import io.millwright.governance.datasets.DatasetColumn;
import io.millwright.plugins.api.ColumnRole;
import io.millwright.plugins.api.ColumnType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks which column plays a role: only columns whose type can, the likeliest chosen by the template's hints. */
final class RoleField extends ComboBox<String> {

    private final ColumnRole role;

    RoleField(ColumnRole role, List<DatasetColumn> columns, String start, Consumer<String> typed) {
        super(role.title());
        this.role = role;
        var able = columns.stream()
                .filter(column ->
                        role.types().contains(ColumnType.valueOf(column.type().name())))
                .map(DatasetColumn::name)
                .toList();
        setItems(able);
        setHelperText(role.description());
        setRequiredIndicatorVisible(role.required());
        setClearButtonVisible(!role.required());
        setPlaceholder(role.required() ? "" : tr("train.role.none"));
        var guess = able.contains(start) ? Optional.of(start) : likeliest(role, able);
        guess.ifPresent(this::setValue);
        addValueChangeListener(change -> {
            check();
            typed.accept(change.getValue() == null ? "" : change.getValue());
        });
    }

    /** The column whose name holds the best hint. */
    static Optional<String> likeliest(ColumnRole role, List<String> able) {
        return role.hints().stream()
                .flatMap(hint -> able.stream()
                        .filter(column -> column.toLowerCase(Locale.ROOT).contains(hint)))
                .findFirst();
    }

    /** Sets the column that was found in the data, if it is one that can play the role. */
    void fill(String column) {
        if (getListDataView().contains(column)) {
            setValue(column);
        }
    }

    ColumnRole role() {
        return role;
    }

    Optional<String> chosen() {
        return Optional.ofNullable(getValue());
    }

    /** Whether there is nothing wrong; says what is, beside the field. */
    boolean check() {
        var missing = role.required() && getValue() == null;
        setInvalid(missing);
        setErrorMessage(missing ? tr("train.role.missing", role.title()) : "");
        return !missing;
    }
}
