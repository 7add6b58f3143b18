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
import org.jspecify.annotations.Nullable;

/** Asks which column plays a role: only columns whose type can, the likeliest chosen by the template's hints. */
final class RoleField extends ComboBox<String> {

    private final ColumnRole role;

    /** @param own the column that a person or the project named, empty for none; null where nobody said anything */
    RoleField(ColumnRole role, List<DatasetColumn> columns, @Nullable String own, Consumer<String> typed) {
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
        begin(able, own).ifPresent(this::setValue);
        addValueChangeListener(change -> {
            check();
            typed.accept(change.getValue() == null ? "" : change.getValue());
        });
    }

    private Optional<String> begin(List<String> able, @Nullable String own) {
        if (own != null && able.contains(own)) {
            return Optional.of(own);
        }
        var declined = own != null && own.isEmpty() && !role.required();
        return declined ? Optional.empty() : likeliest(role, able);
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
