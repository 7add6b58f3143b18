package io.millwright.portal.ui.datasets;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadEvent;
import io.millwright.governance.datasets.Dataset;
import io.millwright.governance.datasets.DatasetId;
import io.millwright.governance.datasets.Datasets;
import io.millwright.governance.datasets.UploadOutcome;
import io.millwright.portal.security.SignedIn;
import io.millwright.portal.ui.kit.Bar;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.Chip.Tone;
import io.millwright.portal.ui.kit.Crumb;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Head;
import io.millwright.portal.ui.kit.Note;
import io.millwright.portal.ui.kit.Notices;
import io.millwright.portal.ui.kit.TenantPage;
import io.millwright.portal.ui.kit.Visit;
import io.millwright.portal.ui.shell.TenantLayout;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.Role;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a file is brought: read as it streams in, so that its size does not matter; what is wrong is said with its line. */
@Route(value = "datasets/bring", layout = TenantLayout.class)
@PermitAll
class BringView extends TenantPage {

    private final Datasets datasets;
    private final Div outcome = El.div("mw-stack");
    private final TextField name = new TextField(tr("bring.name"));

    BringView(SignedIn signedIn, Datasets datasets) {
        super(signedIn);
        this.datasets = datasets;
    }

    @Override
    protected void show(Visit visit) {
        caller().require(Role.ENGINEER);
        var known = visit.query("dataset").isBlank()
                ? null
                : datasets.get(caller(), DatasetId.parse(visit.query("dataset")));
        name(tr("bring.page"), new Crumb(tr("nav.datasets"), DatasetsNavigation.list(tenant())));
        add(new Head(
                        known == null
                                ? tr("bring.title")
                                : tr(
                                        "bring.title.version",
                                        known.name(),
                                        known.latest().number() + 1))
                .lede(tr("bring.lede")));
        name.setHelperText(tr("bring.name.help"));
        name.setMaxLength(Dataset.MAX_NAME);
        // A file dropped right after typing must not be faster than the name.
        name.setValueChangeMode(ValueChangeMode.EAGER);
        name.setVisible(known == null);
        name.setWidth("min(420px, 100%)");
        var upload = upload(known == null ? null : known.id());
        outcome.getElement().setAttribute("aria-live", "polite");
        var card = new Card(tr("bring.file"), name, upload, outcome);
        var formats = new Card(tr("bring.formats"));
        List.of("text", "json", "parquet", "excel", "tables", "images", "weights", "limits")
                .forEach(key -> formats.add(El.p("mw-muted", tr("bring.formats." + key))));
        add(El.div("mw-side", card, formats));
    }

    private Upload upload(@Nullable DatasetId known) {
        var upload = new Upload();
        upload.setUploadHandler(event -> receive(event, known, upload));
        upload.setMaxFiles(1);
        upload.setDropLabel(El.span("mw-muted", tr("bring.drop")));
        upload.setI18n(words());
        upload.getElement().addEventListener("upload-start", event -> {
            outcome.removeAll();
            var bar = new Bar(tr("bring.reading"));
            bar.idle();
            outcome.add(El.p("mw-muted", tr("bring.reading")), bar);
        });
        return upload;
    }

    /** On the request's own thread: the file is read as it comes. */
    private void receive(UploadEvent event, @Nullable DatasetId known, Upload upload) {
        var ui = event.getUI();
        try (var bytes = event.getInputStream()) {
            var brought = known == null
                    ? datasets.upload(caller(), name.getValue(), event.getFileName(), bytes)
                    : datasets.upload(caller(), known, event.getFileName(), bytes);
            ui.access(() -> arrived(ui, brought));
        } catch (MillwrightException wrong) {
            ui.access(() -> refuse(upload, wrong));
        } catch (IOException broken) {
            ui.access(() -> refuse(
                    upload, MillwrightException.user("upload-broken", tr("bring.broken"), tr("bring.broken.what"))));
        }
    }

    private void arrived(UI ui, UploadOutcome brought) {
        var version = brought.version();
        Notices.done(tr(brought.created() ? "bring.done" : "bring.same", version.datasetName(), version.number()));
        ui.navigate(DatasetsNavigation.version(tenant(), version.dataset().value(), version.number()));
    }

    private void refuse(Upload upload, MillwrightException wrong) {
        // The next file can be chosen at once.
        upload.clearFileList();
        outcome.removeAll();
        outcome.add(new Note(Tone.BAD, wrong.sentence(), El.p("mw-muted", wrong.remedy())));
    }

    private static UploadI18N words() {
        var words = new UploadI18N();
        words.setAddFiles(new UploadI18N.AddFiles().setOne(tr("bring.choose")).setMany(tr("bring.choose")));
        words.setDropFiles(new UploadI18N.DropFiles().setOne(tr("bring.drop")).setMany(tr("bring.drop")));
        return words;
    }
}
