package io.millwright.portal.ui.datasets;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.html.Div;
import io.millwright.governance.datasets.Profile;
import io.millwright.portal.ui.kit.Bar;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Formats;

/** How many images each part and each label has, as bars. */
final class ClassesCard extends Div {

    ClassesCard(Profile profile) {
        var card = new Card(tr("gallery.counts"));
        for (var name : new String[] {"label", "part"}) {
            profile.columns().stream()
                    .filter(column ->
                            column.name().equals(name) && !column.top().isEmpty())
                    .forEach(column -> counts(card, column));
        }
        setVisible(card.getChildren().count() > 1);
        add(card);
    }

    private static void counts(Card card, Profile.ColumnProfile column) {
        card.add(El.p("mw-muted", tr("gallery." + column.name())));
        var most = (double) column.top().getFirst().count();
        for (var value : column.top()) {
            var count = Formats.count(value.count());
            card.add(
                    El.div("mw-row mw-between", El.text(value.value()), El.span("mw-muted", count)),
                    new Bar(value.value() + ": " + count, value.count() / most));
        }
        if (column.distinct() > column.top().size()) {
            card.add(El.p(
                    "mw-faint",
                    tr(
                            "gallery.more",
                            Formats.count(column.distinct() - column.top().size()))));
        }
    }
}
