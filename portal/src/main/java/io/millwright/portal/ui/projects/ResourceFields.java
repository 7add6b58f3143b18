package io.millwright.portal.ui.projects;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.IntegerField;
import io.millwright.broker.ClusterView;
import io.millwright.broker.JobResources;
import io.millwright.plugins.host.TrainingRequest;
import java.util.List;
import java.util.Map;

/** Asks what a training gets: cores, memory, and the seed of its chance; the usual where a field is empty. */
final class ResourceFields {

    private static final int GIB_MOST = 1024;

    private final Map<String, String> typed;
    private final IntegerField cpus = new IntegerField(tr("train.cpus"));
    private final IntegerField memory = new IntegerField(tr("train.memory"));
    private final IntegerField seed = new IntegerField(tr("model.seed"));

    /** @param most what the largest node has */
    ResourceFields(ClusterView.Capacity most, Map<String, String> typed) {
        this.typed = typed;
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

    List<Component> fields() {
        return List.of(cpus, memory, seed);
    }

    boolean check() {
        return List.of(cpus, memory, seed).stream().noneMatch(IntegerField::isInvalid);
    }

    JobResources resources() {
        return new JobResources(
                cpus.getOptionalValue().orElse(JobResources.DEFAULT.cpus()),
                0,
                memory.getOptionalValue().map(gib -> (long) gib << 30).orElse(JobResources.DEFAULT.memoryBytes()),
                JobResources.DEFAULT.limit());
    }

    long seed() {
        return seed.getOptionalValue().map(Integer::longValue).orElse(TrainingRequest.DEFAULT_SEED);
    }
}
