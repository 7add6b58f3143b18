package io.millwright.portal.ui.datasets;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.html.Div;
import io.millwright.governance.datasets.SeriesProfile;
import io.millwright.governance.datasets.SeriesProfile.Layout;
import io.millwright.governance.datasets.SeriesProfile.Shown;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Facts;
import io.millwright.portal.ui.kit.Formats;
import io.millwright.portal.ui.kit.Spark;
import java.util.Objects;

/** The series that a table holds: what was recognised, and some of them as small lines over the same time. */
final class SeriesCard extends Div {

    SeriesCard(SeriesProfile series) {
        var facts = new Facts()
                .fact(tr("series.layout"), layout(series))
                .fact(tr("series.every"), every(series.frequency()))
                .fact(tr("series.span"), tr("series.span.what", series.from(), series.to()))
                .fact(tr("series.points"), Formats.count(series.points()))
                .fact(
                        tr("series.gaps"),
                        series.gaps() == 0
                                ? tr("series.gaps.none")
                                : tr(
                                        "series.gaps.what",
                                        Formats.count(series.gaps()),
                                        Formats.percent((double) series.gaps() / (series.gaps() + series.points()))));
        var lines = El.div("mw-series");
        series.shown().forEach(one -> lines.add(line(one)));
        var value = series.value();
        add(new Card(
                        tr("series"),
                        facts,
                        El.p(
                                "mw-muted",
                                value == null
                                        ? tr("series.shown", series.shown().size())
                                        : tr(
                                                "series.shown.of",
                                                value,
                                                series.shown().size())),
                        lines)
                .aside(tr("series.count", series.count())));
    }

    private static String layout(SeriesProfile series) {
        var keys = series.keys().isEmpty() ? tr("series.keys.none") : String.join(", ", series.keys());
        return series.layout() == Layout.ROWS
                ? tr("series.layout.ROWS", keys)
                : tr("series.layout." + series.layout().name(), keys, Objects.requireNonNull(series.time()));
    }

    private static String every(SeriesProfile.Frequency frequency) {
        return tr("series.every." + frequency.unit().name(), frequency.every());
    }

    private static Div line(Shown series) {
        var present = series.values().stream().filter(Objects::nonNull).mapToDouble(Double::doubleValue);
        var range = present.summaryStatistics();
        var label = range.getCount() == 0
                ? series.name()
                : tr(
                        "series.line",
                        series.name(),
                        Formats.figure(range.getMin(), ""),
                        Formats.figure(range.getMax(), ""));
        return El.div("", Spark.line(series.values(), label), El.small(series.name()));
    }
}
