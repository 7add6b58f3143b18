package io.millwright.portal.ui.projects;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.IntegerField;
import io.millwright.broker.ClusterView;
import io.millwright.broker.Job;
import io.millwright.broker.JobResources;
import io.millwright.plugins.host.TrainingRequest;
import java.util.List;
import java.util.Map;

/**
 * Asks what a training gets: cores and memory, as its data and effort suggest until a person says otherwise, GPUs where there are
 * any that the template may use, and the seed of its chance. What is suggested holds where a field is empty; with a GPU more
 * memory is.
 */
final class ResourceFields {

    private static final String CPUS = "train.cpus";
    private static final String MEMORY = "train.memory";
    private static final String GPUS = "train.gpus";
    private static final String SEED = "train.seed";
    private static final int GIB_MOST = 1024;
    private static final long GIBIBYTE = 1L << 30;

    private final Map<String, String> typed;
    private final Runnable changed;
    private final boolean gpusAreThere;
    private final IntegerField cpus = new IntegerField(tr(CPUS));
    private final IntegerField memory = new IntegerField(tr(MEMORY));
    private final IntegerField gpus = new IntegerField(tr(GPUS));
    private final IntegerField seed = new IntegerField(tr("model.seed"));
    private JobResources suggested = JobResources.DEFAULT;
    private boolean filling;

    /**
     * @param most what the largest node has
     * @param mayUseGpus whether GPUs were agreed to when the template was installed
     * @param changed hears when a person has changed what stands here
     */
    ResourceFields(ClusterView.Capacity most, boolean mayUseGpus, Map<String, String> typed, Runnable changed) {
        this.typed = typed;
        this.changed = changed;
        this.gpusAreThere = mayUseGpus && most.gpus() > 0;
        limit(cpus, CPUS, 1, Math.max(1, most.cpus()), suggested.cpus());
        var gib = (int) Math.min(GIB_MOST, most.memoryBytes() / GIBIBYTE);
        limit(memory, MEMORY, 1, Math.max(1, gib), gibibytes(suggested));
        if (gpusAreThere) {
            limit(gpus, GPUS, 0, most.gpus(), suggested.gpus());
        }
        limit(seed, SEED, 0, Integer.MAX_VALUE, (int) TrainingRequest.DEFAULT_SEED);
    }

    private void limit(IntegerField field, String key, int least, int most, int usual) {
        field.setMin(least);
        field.setMax(Math.max(most, usual));
        field.setStepButtonsVisible(true);
        field.setHelperText(tr(key + ".help", most));
        field.setValue(typed.containsKey(key) ? Integer.valueOf(typed.get(key)) : Integer.valueOf(usual));
        field.addValueChangeListener(change -> {
            if (change.getValue() != null && !filling) {
                typed.put(key, change.getValue().toString());
                suggest(suggested);
                changed.run();
            }
        });
    }

    List<Component> fields() {
        return List.copyOf(asked());
    }

    private List<IntegerField> asked() {
        return gpusAreThere ? List.of(cpus, memory, gpus, seed) : List.of(cpus, memory, seed);
    }

    /** Types what a person gave a training: what it got anyway stays a suggestion, and follows the effort. */
    static void like(Job training, JobResources suggested, Map<String, String> typed) {
        var given = training.resources();
        var usual = suggested.withGpus(given.gpus());
        type(typed, CPUS, given.cpus(), usual.cpus());
        type(typed, GPUS, given.gpus(), suggested.gpus());
        type(typed, MEMORY, gibibytes(given), gibibytes(usual));
        type(typed, SEED, (int) Math.clamp(training.seed(), 0, Integer.MAX_VALUE), (int) TrainingRequest.DEFAULT_SEED);
    }

    private static void type(Map<String, String> typed, String key, int given, int usual) {
        if (given != usual) {
            typed.put(key, Integer.toString(given));
        }
    }

    /** Shows what a training should get, where no person has said anything. */
    void suggest(JobResources resources) {
        suggested = resources;
        filling = true;
        fill(cpus, CPUS, resources.cpus());
        if (gpusAreThere) {
            fill(gpus, GPUS, resources.gpus());
        }
        fill(memory, MEMORY, gibibytes(resources.withGpus(chosenGpus())));
        filling = false;
    }

    private void fill(IntegerField field, String key, int value) {
        if (!typed.containsKey(key)) {
            // More than the cluster has is shown all the same: the job then waits and says what for.
            field.setMax(Math.max(field.getMax(), value));
            field.setValue(value);
        }
    }

    private static int gibibytes(JobResources resources) {
        return Math.toIntExact(Math.ceilDiv(resources.memoryBytes(), GIBIBYTE));
    }

    boolean check() {
        return asked().stream().noneMatch(IntegerField::isInvalid);
    }

    /** What stands in the fields; the time limit is the suggested one. */
    JobResources resources() {
        var usual = suggested.withGpus(chosenGpus());
        return new JobResources(
                cpus.getOptionalValue().orElse(usual.cpus()),
                usual.gpus(),
                memory.getOptionalValue().map(gib -> gib * GIBIBYTE).orElse(usual.memoryBytes()),
                usual.limit());
    }

    private int chosenGpus() {
        // the field says by itself what is out of range, and nothing starts
        return Math.clamp(gpus.getOptionalValue().orElse(suggested.gpus()), 0, JobResources.MAX_GPUS);
    }

    long seed() {
        return seed.getOptionalValue().map(Integer::longValue).orElse(TrainingRequest.DEFAULT_SEED);
    }
}
