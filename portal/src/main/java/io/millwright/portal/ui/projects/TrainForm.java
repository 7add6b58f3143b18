package io.millwright.portal.ui.projects;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import io.millwright.broker.ClusterView;
import io.millwright.broker.JobPriority;
import io.millwright.broker.JobResources;
import io.millwright.broker.Tariff;
import io.millwright.governance.datasets.Dataset;
import io.millwright.governance.datasets.Datasets;
import io.millwright.governance.datasets.Lineage;
import io.millwright.plugins.api.DataKind;
import io.millwright.plugins.api.Understanding;
import io.millwright.plugins.host.Installation;
import io.millwright.plugins.host.Project;
import io.millwright.plugins.host.TrainingRequest;
import io.millwright.portal.ui.datasets.DatasetsNavigation;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.Chip.Tone;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Empty;
import io.millwright.portal.ui.kit.Formats;
import io.millwright.portal.ui.kit.Head;
import io.millwright.portal.ui.kit.Note;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.MillwrightException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form that trains, generated from the template's description: data, columns, options, resources. */
final class TrainForm extends Div {

    static final String DATASET = "dataset";

    private static final int MOST = 500;
    private static final int GIB_MOST = 1024;

    private final Project project;
    private final Installation installation;
    private final Map<String, String> typed;
    private final Consumer<TrainingRequest> train;
    private final Tariff tariff;
    private final DataLook look;
    private final Set<String> found = new HashSet<>();
    private boolean filling;
    private final ComboBox<Dataset> data = new ComboBox<>(tr("train.data"));
    private final ComboBox<Dataset> weights = new ComboBox<>(tr("train.weights"));
    private final Div columns = El.div("mw-form");
    private final List<RoleField> roles = new ArrayList<>();
    private final List<OptionField> options = new ArrayList<>();
    private final IntegerField cpus = new IntegerField(tr("train.cpus"));
    private final IntegerField memory = new IntegerField(tr("train.memory"));
    private final IntegerField seed = new IntegerField(tr("model.seed"));
    private final Div problem = El.div("");

    TrainForm(
            Caller caller,
            Project project,
            Installation installation,
            Datasets datasets,
            ClusterView.Capacity most,
            Tariff tariff,
            DataLook look,
            Map<String, String> typed,
            Consumer<TrainingRequest> train) {
        this.tariff = tariff;
        this.look = look;
        this.project = project;
        this.installation = installation;
        this.typed = typed;
        this.train = train;
        // What somebody brought comes before what a model scored: that is rarely learnt from.
        var every = datasets.list(caller, null, MOST).items();
        var all = ofKind(every, installation.descriptor().data())
                .sorted(Comparator.comparing(
                                (Dataset one) -> one.latest().lineage().kind() == Lineage.Kind.SCORED)
                        .thenComparing(one -> one.latest().createdAt(), Comparator.reverseOrder()))
                .toList();
        if (all.isEmpty()) {
            add(new Empty(
                    tr("train.none." + installation.descriptor().data().name()),
                    tr("train.none.what"),
                    El.link(DatasetsNavigation.bring(caller.tenant()), tr("datasets.bring"))));
            return;
        }
        var card = new Card(
                tr("train.title"),
                El.div("mw-form", data, weights),
                look,
                columns,
                options(),
                problem,
                El.div("mw-row", Head.primary(tr("train.act"), this::start), El.span("mw-faint", tr("train.note"))));
        resources(most);
        data.setItems(all);
        data.setItemLabelGenerator(one -> tr(
                "train.item." + one.latest().kind().name(),
                one.name(),
                one.latest().number(),
                Formats.count(one.latest().rows())));
        data.setRequiredIndicatorVisible(true);
        data.setHelperText(
                tr("train.data.help." + installation.descriptor().data().name()));
        look.whenUnderstood(this::fill);
        weights(ofKind(every, DataKind.WEIGHTS).toList());
        data.addValueChangeListener(change -> choose(change.getValue()));
        data.setValue(all.stream()
                .filter(one -> one.id().toString().equals(typed.get(DATASET)))
                .findFirst()
                .orElse(all.getFirst()));
        add(card);
    }

    private Div options() {
        var plain = El.div("mw-form");
        var advanced = El.div("mw-form");
        installation.descriptor().options().forEach(option -> {
            var start = typed.getOrDefault(option.name(), project.options().getOrDefault(option.name(), ""));
            var field = OptionField.of(option, tariff, start, value -> keep(option.name(), value));
            options.add(field);
            (option.advanced() ? advanced : plain).add(field.component());
        });
        advanced.add(cpus, memory, seed);
        var details = new Details(tr("train.advanced"), advanced);
        details.setWidthFull();
        return El.div("mw-stack", plain, details);
    }

    private static Stream<Dataset> ofKind(List<Dataset> all, DataKind kind) {
        return all.stream().filter(one -> one.latest().kind().name().equals(kind.name()));
    }

    /** Only trainings from images start from weights that somebody brought. */
    private void weights(List<Dataset> offered) {
        weights.setVisible(installation.descriptor().data() == DataKind.IMAGES && !offered.isEmpty());
        weights.setItems(offered);
        weights.setItemLabelGenerator(
                one -> tr("train.weights.item", one.name(), one.latest().number()));
        weights.setClearButtonVisible(true);
        weights.setPlaceholder(tr("train.weights.none"));
        weights.setHelperText(tr("train.weights.help"));
    }

    private void resources(ClusterView.Capacity most) {
        limit(cpus, "train.cpus", 1, Math.max(1, most.cpus()), JobResources.DEFAULT.cpus());
        var gib = (int) Math.min(GIB_MOST, most.memoryBytes() >> 30);
        limit(memory, "train.memory", 1, Math.max(1, gib), (int) (JobResources.DEFAULT.memoryBytes() >> 30));
        limit(seed, "train.seed", 0, Integer.MAX_VALUE, (int) TrainingRequest.DEFAULT_SEED);
    }

    private void limit(IntegerField field, String key, int least, int most, int usual) {
        field.setMin(least);
        field.setMax(Math.max(most, usual));
        field.setStepButtonsVisible(true);
        field.setHelperText(tr(key + ".help", most));
        field.setValue(typed.containsKey(key) ? Integer.valueOf(typed.get(key)) : Integer.valueOf(usual));
        field.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                typed.put(key, change.getValue().toString());
            }
        });
    }

    private void choose(@Nullable Dataset chosen) {
        columns.removeAll();
        roles.clear();
        if (chosen == null) {
            return;
        }
        typed.put(DATASET, chosen.id().toString());
        installation.descriptor().roles().forEach(role -> {
            var name = role.option();
            var start = typed.getOrDefault(name, project.options().getOrDefault(name, ""));
            var field = new RoleField(role, chosen.latest().columns(), start, value -> keep(name, value));
            roles.add(field);
            columns.add(field);
        });
        forget();
        if (installation.inspects()) {
            look.at(chosen.latest());
        }
    }

    /** Keeps what a person typed; what was found in the data is not theirs. */
    private void keep(String name, String value) {
        if (!filling) {
            typed.put(name, value);
        }
    }

    /** What was found in other data does not hold for these. */
    private void forget() {
        filling = true;
        options.stream()
                .filter(option -> found.contains(option.spec().name()))
                .filter(option -> !isOwn(option.spec().name()))
                .forEach(option -> option.fill(""));
        found.clear();
        presets().ifPresent(preset -> preset.estimated(List.of(), JobResources.DEFAULT));
        filling = false;
    }

    /** Fills in what was understood, except where a person or the project has said something. */
    private void fill(Understanding understanding) {
        filling = true;
        understanding.options().forEach((name, value) -> {
            if (isOwn(name)) {
                return;
            }
            found.add(name);
            roles.stream().filter(role -> role.role().option().equals(name)).forEach(role -> role.fill(value));
            options.stream().filter(option -> option.spec().name().equals(name)).forEach(option -> option.fill(value));
        });
        var resources =
                new JobResources(cpus.getValue(), 0, (long) memory.getValue() << 30, JobResources.DEFAULT.limit());
        presets().ifPresent(preset -> preset.estimated(understanding.estimates(), resources));
        filling = false;
    }

    private boolean isOwn(String name) {
        return typed.containsKey(name) || project.options().containsKey(name);
    }

    private Optional<PresetField> presets() {
        return options.stream()
                .filter(PresetField.class::isInstance)
                .map(PresetField.class::cast)
                .findFirst();
    }

    private void start() {
        problem.removeAll();
        var dataset = data.getValue();
        data.setInvalid(dataset == null);
        data.setErrorMessage(tr("score.data.missing"));
        var fine = dataset != null & !cpus.isInvalid() & !memory.isInvalid() & !seed.isInvalid();
        var values = new LinkedHashMap<String, String>();
        for (var role : roles) {
            fine &= role.check();
            role.chosen().ifPresent(column -> values.put(role.role().option(), column));
        }
        for (var option : options) {
            fine &= option.check();
            if (!option.value().isBlank()) {
                values.put(option.spec().name(), option.value());
            }
        }
        if (!fine || dataset == null) {
            problem.add(new Note(Tone.BAD, tr("train.problems")));
            return;
        }
        var from = weights.getValue();
        try {
            train.accept(new TrainingRequest(
                    project.id(),
                    dataset.id().value(),
                    dataset.latest().number(),
                    from == null ? null : from.id().value(),
                    from == null ? null : from.latest().number(),
                    values,
                    seed.getValue(),
                    new JobResources(cpus.getValue(), 0, (long) memory.getValue() << 30, JobResources.DEFAULT.limit()),
                    JobPriority.NORMAL,
                    null));
        } catch (MillwrightException refused) {
            problem.add(new Note(Tone.BAD, refused.sentence(), El.p("mw-muted", refused.remedy())));
        }
    }
}
