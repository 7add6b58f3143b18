package io.millwright.portal.ui.audit;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.millwright.governance.audit.AuditEntry;
import io.millwright.governance.audit.AuditExports;
import io.millwright.governance.audit.AuditQuery;
import io.millwright.governance.audit.AuditTrail;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.Chip;
import io.millwright.portal.ui.kit.Chip.Tone;
import io.millwright.portal.ui.kit.DataTable;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Empty;
import io.millwright.portal.ui.kit.Formats;
import io.millwright.portal.ui.kit.Head;
import io.millwright.portal.ui.kit.Visit;
import io.millwright.tenancy.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A log: filters, entries newest first, one entry in full, export of a period. */
final class AuditPanel extends Div {

    private static final int PAGE = 50;

    private final AuditTrail trail;
    private final Supplier<Caller> caller;
    private final Consumer<Map<String, String>> remember;
    private final TextField text = new TextField();
    private final TextField person = new TextField();
    private final ComboBox<String> action = new ComboBox<>();
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private final Div list = El.div("mw-stack");
    private final Div detail = new Div();
    private final List<AuditEntry> entries = new ArrayList<>();
    private @Nullable String next;
    private long chosen = -1;

    AuditPanel(
            AuditTrail trail,
            AuditExports exports,
            Supplier<Caller> caller,
            Visit visit,
            Consumer<Map<String, String>> remember) {
        this.trail = trail;
        this.caller = caller;
        this.remember = remember;
        addClassName("mw-stack");
        var size = trail.size(caller.get());
        add(new Head(tr("audit.title"))
                .lede(tr("audit.lede", size))
                .act(Head.primary(tr("audit.export"), () -> new ExportDialog(exports, caller).open())));
        filters(visit);
        detail.addClassName("mw-sticky");
        add(El.div("mw-side mw-audit", list, detail));
        search();
        if (!visit.query("entry").isBlank()) {
            choose(trail.get(caller.get(), Long.parseLong(visit.query("entry").replaceAll("\\D", ""))));
        } else if (!entries.isEmpty()) {
            choose(entries.getFirst());
        }
    }

    private void filters(Visit visit) {
        label(text, tr("audit.text"), visit.query("q"));
        label(person, tr("audit.person"), visit.query("person"));
        action.setPlaceholder(tr("audit.action"));
        action.setAriaLabel(tr("audit.action"));
        var actions = trail.actions(caller.get());
        action.setItems(actions);
        action.setItemLabelGenerator(AuditWords::action);
        action.setClearButtonVisible(true);
        action.setAllowCustomValue(false);
        if (actions.contains(visit.query("action"))) {
            action.setValue(visit.query("action"));
        }
        label(from, tr("audit.from"), visit.query("from"));
        label(to, tr("audit.to"), visit.query("to"));
        List.of(text, person).forEach(field -> field.addValueChangeListener(change -> changed()));
        action.addValueChangeListener(change -> changed());
        List.of(from, to).forEach(field -> field.addValueChangeListener(change -> changed()));
        add(El.div("mw-filters", text, person, action, from, to));
    }

    private static void label(TextField field, String name, String value) {
        field.setPlaceholder(name);
        field.setAriaLabel(name);
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValue(value);
    }

    private static void label(DatePicker field, String name, String value) {
        field.setPlaceholder(name);
        field.setAriaLabel(name);
        field.setClearButtonVisible(true);
        try {
            field.setValue(value.isBlank() ? null : LocalDate.parse(value));
        } catch (DateTimeParseException noDay) {
            field.setValue(null);
        }
    }

    private void changed() {
        var query = new LinkedHashMap<String, String>();
        query.put("q", text.getValue());
        query.put("person", person.getValue());
        query.put("action", action.getValue() == null ? "" : action.getValue());
        query.put("from", from.getValue() == null ? "" : from.getValue().toString());
        query.put("to", to.getValue() == null ? "" : to.getValue().toString());
        remember.accept(query);
        search();
    }

    private void search() {
        entries.clear();
        next = null;
        more();
    }

    private void more() {
        var query = new AuditQuery(
                blank(person.getValue()),
                blank(action.getValue()),
                null,
                null,
                blank(text.getValue()),
                start(from.getValue()),
                to.getValue() == null ? null : start(to.getValue().plusDays(1)));
        var page = trail.search(caller.get(), query, next, PAGE);
        entries.addAll(page.items());
        next = page.next();
        render();
    }

    private static @Nullable String blank(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(Formats.zone()).toInstant();
    }

    private void render() {
        list.removeAll();
        if (entries.isEmpty()) {
            list.add(new Empty(tr("list.nothing"), tr("audit.nothing.what")));
            return;
        }
        var table = new DataTable<AuditEntry>(tr("nav.audit"));
        table.mark(entry -> entry.index() == chosen);
        table.text(tr("audit.no"), entry -> Formats.count(entry.index())).right();
        table.text(tr("audit.when"), entry -> Formats.when(entry.time())).fit();
        table.column(
                tr("audit.who"),
                entry -> El.span(
                        "",
                        El.text(entry.actor()),
                        El.small(tr("channel." + entry.origin().channel().name()))));
        table.column(tr("audit.what"), this::what);
        table.rows(entries);
        list.add(Card.around(table));
        if (next != null) {
            list.add(Head.plain(tr("list.more"), this::more));
        }
    }

    private Component what(AuditEntry entry) {
        var event = entry.event();
        var open = new Anchor();
        open.setHref("#");
        open.setRouterIgnore(true);
        open.setText(AuditWords.action(event.action()));
        open.addClassName("main");
        open.getElement().addEventListener("click", click -> choose(entry)).preventDefault();
        var words = El.span("", open);
        if (event.action().contains("refused")) {
            words.addComponentAsFirst(El.span("", new Chip(Tone.BAD, tr("audit.refused")), El.text(" ")));
        }
        words.add(El.small(AuditWords.summary(event)));
        return words;
    }

    private void choose(AuditEntry entry) {
        chosen = entry.index();
        detail.removeAll();
        detail.add(new EntryCard(entry));
        render();
    }
}
