package io.millwright.portal.ui.models;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.millwright.broker.JobPriority;
import io.millwright.broker.JobResources;
import io.millwright.governance.datasets.Dataset;
import io.millwright.governance.datasets.Datasets;
import io.millwright.governance.models.ModelVersion;
import io.millwright.plugins.api.DataKind;
import io.millwright.plugins.api.TemplateDescriptor;
import io.millwright.plugins.host.Installation;
import io.millwright.plugins.host.Installations;
import io.millwright.plugins.host.ProjectJobs;
import io.millwright.plugins.host.ScoringRequest;
import io.millwright.portal.ui.kit.Ask;
import io.millwright.portal.ui.kit.Formats;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.MillwrightException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;

/** Asks which data a model version shall score. */
@SpringComponent
public final class ScoreDialog {

    private static final int MOST = 500;

    private final Datasets datasets;
    private final ProjectJobs work;
    private final ObjectProvider<ScoreMemory> memory;

    private final Installations installations;

    ScoreDialog(Datasets datasets, ProjectJobs work, Installations installations, ObjectProvider<ScoreMemory> memory) {
        this.installations = installations;
        this.datasets = datasets;
        this.work = work;
        this.memory = memory;
    }

    /** @param started is given the job that was started */
    public void open(Supplier<Caller> caller, ModelVersion version, Consumer<UUID> started) {
        var template = installations.find(caller.get(), version.template().id()).map(Installation::descriptor);
        var answers = template.map(TemplateDescriptor::answers).orElse(TemplateDescriptor.Answers.ROWS);
        var kind = template.map(TemplateDescriptor::data).orElse(DataKind.TABLE);
        var dialog = Ask.dialog(
                tr("score.title"), tr("score.lede." + answers.name(), version.modelName(), version.number()));
        var choice = new ComboBox<Dataset>(tr("score.data"));
        var all = datasets.list(caller.get(), null, MOST).items().stream()
                .filter(data -> data.latest().kind().name().equals(kind.name()))
                .toList();
        choice.setItems(all);
        choice.setItemLabelGenerator(data -> tr(
                "train.item." + kind.name(),
                data.name(),
                data.latest().number(),
                Formats.count(data.latest().rows())));
        choice.setHelperText(tr("score.data.help." + kind.name()));
        choice.setWidthFull();
        choice.setRequiredIndicatorVisible(true);
        choice.setPlaceholder(tr("score.data.choose." + kind.name()));
        choice.addValueChangeListener(change -> choice.setInvalid(false));
        var chosen = memory.getObject().chosen();
        all.stream()
                .filter(data -> data.id().equals(chosen.get(version.model())))
                .findFirst()
                .ifPresent(choice::setValue);
        dialog.add(choice);
        Ask.finish(dialog, tr("score.act"), false, () -> {
            var data = choice.getValue();
            if (data == null) {
                choice.setInvalid(true);
                choice.setErrorMessage(tr("score.data.missing"));
                throw MillwrightException.user(
                        "dataset-missing", tr("score.data.missing"), tr("score.data.help." + kind.name()));
            }
            chosen.put(version.model(), data.id());
            started.accept(work.score(
                    caller.get(),
                    new ScoringRequest(
                            version.project(),
                            data.id().value(),
                            data.latest().number(),
                            version.model(),
                            version.number(),
                            Map.of(),
                            JobResources.DEFAULT,
                            JobPriority.NORMAL,
                            null)));
        });
    }
}
