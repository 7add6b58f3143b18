package io.millwright.portal.ui.projects;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.millwright.broker.ClusterView;
import io.millwright.broker.JobPriority;
import io.millwright.broker.JobResources;
import io.millwright.broker.Tariff;
import io.millwright.governance.datasets.Dataset;
import io.millwright.governance.datasets.Datasets;
import io.millwright.plugins.api.Right;
import io.millwright.plugins.api.Understanding;
import io.millwright.plugins.host.Installation;
import io.millwright.plugins.host.Project;
import io.millwright.plugins.host.TrainingRequest;
import io.millwright.portal.ui.datasets.DatasetsNavigation;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.Chip.Tone;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Empty;
import io.millwright.portal.ui.kit.Head;
import io.millwright.portal.ui.kit.Note;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.MillwrightException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The form that trains, generated from the template's description: data, columns, options, resources. */
final class TrainForm extends Div {

    static final String DATASET = "dataset";
    static final String WEIGHTS = "weights";

    private static final int MOST = 500;

    /** What a training with a dataset should get, by the options that were chosen. */
    interface Needed {
        JobResources of(UUID dataset, Map<String, String> options);
    }

    private final Project project;
    private final Installation installation;
    private final Needed needed;
    private final Map<String, String> typed;
    private final Consumer<TrainingRequest> train;
    private final DataLook look;
    private final DataFields data;
    private final SettingFields settings;
    private final ResourceFields resources;
    private final Div problem = El.div("");
    private @Nullable Dataset chosen;
    private @Nullable Understanding understood;

    TrainForm(
            Caller caller,
            Project project,
            Installation installation,
            Datasets datasets,
            Needed needed,
            ClusterView.Capacity most,
            Tariff tariff,
            DataLook look,
            Map<String, String> typed,
            Component above,
            Consumer<TrainingRequest> train) {
        this.project = project;
        this.installation = installation;
        this.needed = needed;
        this.typed = typed;
        this.train = train;
        this.look = look;
        var template = installation.descriptor();
        var every = datasets.list(caller, null, MOST).items();
        data = new DataFields(every, template.data(), this::choose);
        settings = new SettingFields(template, project.options(), typed, tariff, this::suggest);
        resources = new ResourceFields(most, installation.consent().contains(Right.GPU), typed, this::estimate);
        if (data.isEmpty()) {
            add(new Empty(
                    tr("train.none." + template.data().name()),
                    tr("train.none.what"),
                    El.link(DatasetsNavigation.bring(caller.tenant()), tr("datasets.bring"))));
            return;
        }
        look.whenUnderstood(this::fill);
        add(new Card(
                tr("train.title"),
                above,
                data,
                look,
                settings.columns(),
                settings.options(resources.fields()),
                problem,
                El.div("mw-row", Head.primary(tr("train.act"), this::start), El.span("mw-faint", tr("train.note")))));
        data.begin(typed.get(DATASET), typed.get(WEIGHTS));
    }

    /** Whether there is nothing yet that could be learnt from. */
    boolean lacksData() {
        return data.isEmpty();
    }

    private void choose(@Nullable Dataset chosen) {
        this.chosen = chosen;
        this.understood = null;
        if (chosen == null) {
            settings.none();
            return;
        }
        typed.put(DATASET, chosen.id().toString());
        settings.of(chosen.latest());
        suggest();
        if (installation.inspects()) {
            look.at(chosen.latest());
        }
    }

    private void fill(Understanding understanding) {
        settings.fill(understanding);
        suggest();
        understood = understanding;
        estimate();
    }

    /** Tells anew what each effort takes and costs. */
    private void estimate() {
        if (understood != null && resources.check()) {
            settings.estimate(understood, resources.resources());
        }
    }

    /** Asks anew what the training should get: the data, what is known of them, or the effort has changed. */
    private void suggest() {
        if (chosen != null) {
            resources.suggest(needed.of(chosen.id().value(), settings.chosenEffort()));
        }
    }

    private void start() {
        problem.removeAll();
        // Each says what is wrong with it, not only the first.
        if (!(data.check() & settings.check() & resources.check())) {
            problem.add(new Note(Tone.BAD, tr("train.problems")));
            return;
        }
        var from = data.weights().map(Dataset::latest);
        try {
            train.accept(new TrainingRequest(
                    project.id(),
                    data.chosen().id().value(),
                    data.chosen().latest().number(),
                    from.map(weights -> weights.dataset().value()).orElse(null),
                    from.map(weights -> weights.number()).orElse(null),
                    settings.values(),
                    resources.seed(),
                    resources.resources(),
                    JobPriority.NORMAL,
                    null));
        } catch (MillwrightException refused) {
            problem.add(new Note(Tone.BAD, refused.sentence(), El.p("mw-muted", refused.remedy())));
        }
    }
}
