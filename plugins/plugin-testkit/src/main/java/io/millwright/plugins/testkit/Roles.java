package io.millwright.plugins.testkit;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnRole;
import io.millwright.plugins.api.TemplateDescriptor;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the column that plays a role: the one a person named, else the first that a hint suggests. */
final class Roles {

    private Roles() {}

    static Optional<String> column(
            TemplateDescriptor template, String role, Map<String, String> options, MemoryTable data) {
        return template.roles().stream()
                .filter(each -> each.name().equals(role))
                .findFirst()
                .flatMap(each -> Optional.ofNullable(options.get(each.option())).or(() -> suggested(each, data)));
    }

    private static Optional<String> suggested(ColumnRole role, MemoryTable data) {
        return role.hints().stream()
                .flatMap(hint -> data.columns().stream()
                        .filter(column -> role.types().contains(column.type()))
                        .map(Column::name)
                        .filter(name -> name.toLowerCase(Locale.ROOT).contains(hint)))
                .findFirst();
    }
}
