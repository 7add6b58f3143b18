package io.millwright.portal.ui.audit;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import io.millwright.governance.audit.AuditEntry;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Facts;
import io.millwright.portal.ui.kit.Formats;
import java.util.TreeSet;

/** One entry in full: before and after, from where, why, and the bytes that count. */
final class EntryCard extends Div {

    EntryCard(AuditEntry entry) {
        var event = entry.event();
        var facts = new Facts()
                .fact(tr("audit.entry.what"), El.strong(AuditWords.action(event.action())))
                .fact(tr("audit.when"), Formats.full(entry.time()))
                .fact(tr("audit.who"), entry.actor())
                .fact(tr("audit.entry.object"), El.text(event.objectType() + " "), El.mono(event.objectId()));
        if (!event.before().isEmpty() || !event.after().isEmpty()) {
            facts.fact(tr("audit.entry.change"), change(entry));
        }
        if (!event.reason().isBlank()) {
            facts.fact(tr("audit.entry.why"), event.reason());
        }
        facts.fact(
                        tr("audit.entry.origin"),
                        tr("channel." + entry.origin().channel().name())
                                + (entry.origin().address().isBlank()
                                        ? ""
                                        : ", " + entry.origin().address()))
                .technical(tr("audit.entry.leaf"), entry.leafHash());
        var json = El.div("mw-mono", El.text(entry.json()));
        add(new Card(
                tr("audit.entry", Formats.count(entry.index())), facts, new Details(tr("audit.entry.json"), json)));
    }

    /** Field by field: what was taken away, what came instead. */
    private static Component change(AuditEntry entry) {
        var before = entry.event().before();
        var after = entry.event().after();
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        var lines = El.div("mw-stack mw-tight");
        for (var name : names) {
            var line = new Div(El.span("mw-muted", name + " "));
            var was = before.get(name);
            var is = after.get(name);
            if (was != null && !was.equals(is)) {
                line.add(mark("del", was.toString()), El.text(" "));
            }
            if (is != null) {
                line.add(is.equals(was) ? El.text(is.toString()) : mark("ins", is.toString()));
            }
            lines.add(line);
        }
        return lines;
    }

    private static HtmlContainer mark(String tag, String text) {
        var mark = new HtmlContainer(tag);
        mark.setText(text);
        return mark;
    }
}
