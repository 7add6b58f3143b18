package io.millwright.portal.ui.datasets;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.millwright.governance.datasets.Profile;
import io.millwright.governance.datasets.Profile.ColumnProfile;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.DataTable;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Formats;
import io.millwright.portal.ui.kit.Spark;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Each column of a table: type, distribution as a small chart, what is missing, what is typical. */
final class ColumnsCard extends Div {

    ColumnsCard(Profile profile) {
        var rows = Math.max(1.0, profile.rows());
        var table = new DataTable<ColumnProfile>(tr("dataset.profile"));
        table.column(tr("column"), column -> El.strong(column.name())).sortable(ColumnProfile::name);
        table.text(tr("column.type"), column -> tr("type." + column.type().name()))
                .sortable(ColumnProfile::type)
                .fit();
        table.column(tr("column.distribution"), ColumnsCard::distribution);
        table.column(
                        tr("column.missing"),
                        column -> column.missing() == 0
                                ? El.span("mw-faint", "–")
                                : El.text(Formats.percent(column.missing() / rows)))
                .sortable(ColumnProfile::missing)
                .right();
        table.text(tr("column.distinct"), column -> Formats.count(column.distinct()))
                .sortable(ColumnProfile::distinct)
                .right();
        table.column(tr("column.typical"), ColumnsCard::typical);
        var card = new Card(tr("dataset.profile"));
        if (profile.columns().size() > ShownColumns.MOST) {
            table.atMost(ShownColumns.MOST);
            card.add(search(profile.columns(), table));
        }
        table.rows(profile.columns());
        card.add(table);
        add(card);
    }

    private static TextField search(List<ColumnProfile> columns, DataTable<ColumnProfile> table) {
        var search = new TextField();
        search.setPlaceholder(tr("column.search"));
        search.setAriaLabel(tr("column.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> {
            var words = change.getValue().strip().toLowerCase(Locale.ROOT);
            table.rows(columns.stream()
                    .filter(column -> column.name().toLowerCase(Locale.ROOT).contains(words))
                    .toList());
        });
        return search;
    }

    private static Component distribution(ColumnProfile column) {
        if (!column.histogram().isEmpty()) {
            var counts = column.histogram().stream().map(Profile.Bin::count).toList();
            return Spark.bars(
                    counts, tr("column.from.to", String.valueOf(column.minimum()), String.valueOf(column.maximum())));
        }
        if (!column.top().isEmpty()) {
            var counts = column.top().stream().map(Profile.TopValue::count).toList();
            return Spark.bars(
                    counts,
                    column.top().stream()
                            .map(value -> value.value() + " " + Formats.count(value.count()))
                            .collect(Collectors.joining(", ")));
        }
        return El.span("mw-faint", "–");
    }

    private static Component typical(ColumnProfile column) {
        var numbers = column.numbers();
        if (numbers != null && column.distinct() == 1) {
            return El.text(tr("column.always", Formats.figure(numbers.median(), "")));
        }
        if (numbers != null) {
            return El.span(
                    "",
                    El.text(tr("column.median", Formats.figure(numbers.median(), ""))),
                    El.small(tr("column.range", Formats.figure(numbers.q05(), ""), Formats.figure(numbers.q95(), ""))));
        }
        if (!column.top().isEmpty()) {
            return El.text(
                    column.top().stream().limit(3).map(Profile.TopValue::value).collect(Collectors.joining(", ")));
        }
        if (column.minimum() == null || column.maximum() == null) {
            return El.span("mw-faint", tr("column.empty"));
        }
        return El.span("", El.text(column.minimum()), El.small(tr("column.until", column.maximum())));
    }
}
