package io.millwright.portal.ui.audit;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.millwright.governance.audit.AuditExports;
import io.millwright.governance.audit.AuditExports.Format;
import io.millwright.portal.ui.kit.Ask;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Formats;
import io.millwright.tenancy.Caller;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/** Asks for a period and formats, and hands out the bundle as a stream. */
final class ExportDialog {

    private final AuditExports exports;
    private final Supplier<Caller> caller;
    private final DatePicker from = new DatePicker(tr("audit.from"));
    private final DatePicker to = new DatePicker(tr("audit.to"));
    private final CheckboxGroup<Format> formats = new CheckboxGroup<>(tr("audit.export.formats"));

    /** What the link hands out, fixed when the form changes: downloads run on threads of their own. */
    private record Wanted(Instant from, Instant to, Set<Format> formats) {}

    ExportDialog(AuditExports exports, Supplier<Caller> caller) {
        this.exports = exports;
        this.caller = caller;
    }

    void open() {
        var today = LocalDate.now(Formats.zone());
        from.setValue(today.minusDays(30));
        to.setValue(today);
        formats.setItems(Format.values());
        formats.setItemLabelGenerator(format -> tr("audit.export." + format.name()));
        formats.setValue(EnumSet.allOf(Format.class));
        var dialog = Ask.dialog(tr("audit.export.title"), tr("audit.export.what"));
        dialog.add(El.div("mw-form", from, to, El.classed(formats, "wide")));
        var link = new Anchor();
        link.setText(tr("audit.export.act"));
        link.addClassNames("mw-button", "primary");
        Runnable wire = () -> {
            var fine = check();
            link.setEnabled(fine);
            if (fine) {
                var zone = Formats.zone();
                var wanted = new Wanted(
                        from.getValue().atStartOfDay(zone).toInstant(),
                        to.getValue().plusDays(1).atStartOfDay(zone).toInstant(),
                        Set.copyOf(formats.getValue()));
                DownloadHandler handler = event -> write(event, wanted);
                link.setHref(handler);
            }
        };
        from.addValueChangeListener(change -> wire.run());
        to.addValueChangeListener(change -> wire.run());
        formats.addValueChangeListener(change -> wire.run());
        wire.run();
        dialog.getFooter().add(new Button(tr("ask.cancel"), click -> dialog.close()), link);
        dialog.open();
    }

    private boolean check() {
        var empty = from.getValue() == null || to.getValue() == null;
        var backwards = !empty && to.getValue().isBefore(from.getValue());
        to.setInvalid(empty || backwards);
        to.setErrorMessage(tr(backwards ? "audit.export.backwards" : "audit.export.period"));
        formats.setInvalid(formats.getValue().isEmpty());
        formats.setErrorMessage(tr("audit.export.format.missing"));
        return !empty && !backwards && !formats.getValue().isEmpty();
    }

    private void write(DownloadEvent event, Wanted wanted) throws IOException {
        var reader = caller.get();
        event.setFileName(exports.filename(reader, wanted.from(), wanted.to()));
        event.setContentType("application/zip");
        exports.write(reader, wanted.from(), wanted.to(), wanted.formats(), event.getOutputStream());
    }
}
