package io.millwright.portal.ui.models;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.millwright.broker.JobPriority;
import io.millwright.broker.JobResources;
import io.millwright.governance.datasets.Dataset;
import io.millwright.governance.datasets.Datasets;
import io.millwright.governance.models.ModelVersion;
import io.millwright.plugins.host.ProjectJobs;
import io.millwright.plugins.host.ScoringRequest;
import io.millwright.portal.ui.kit.Ask;
import io.millwright.portal.ui.kit.Formats;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.MillwrightException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Asks which data a model version shall score. */
@SpringComponent
public final class ScoreDialog {

    private static final int MOST = 500;

    private final Datasets datasets;
    private final ProjectJobs work;

    ScoreDialog(Datasets datasets, ProjectJobs work) {
        this.datasets = datasets;
        this.work = work;
    }

    /** @param started is given the job that was started */
    public void open(Caller caller, ModelVersion version, Consumer<UUID> started) {
        var dialog = Ask.dialog(tr("score.title"), tr("score.lede", version.modelName(), version.number()));
        var choice = new ComboBox<Dataset>(tr("score.data"));
        choice.setItems(datasets.list(caller, null, MOST).items());
        choice.setItemLabelGenerator(data -> tr(
                "score.item",
                data.name(),
                data.latest().number(),
                Formats.count(data.latest().rows())));
        choice.setHelperText(tr("score.data.help"));
        choice.setWidthFull();
        choice.setRequiredIndicatorVisible(true);
        dialog.add(choice);
        Ask.finish(dialog, tr("score.act"), false, () -> {
            var data = choice.getValue();
            if (data == null) {
                choice.setInvalid(true);
                choice.setErrorMessage(tr("score.data.missing"));
                throw MillwrightException.user("dataset-missing", tr("score.data.missing"), tr("score.data.help"));
            }
            started.accept(work.score(
                    caller,
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
