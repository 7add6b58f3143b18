package io.millwright.templates.learning.boosting;

import io.millwright.templates.learning.devices.GpuName;
import io.millwright.templates.learning.report.Notes;
import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;

/**
 * Where trees are grown. The same seed gives the same trees on one device; those of a GPU differ from those of a processor,
 * since rows and columns are drawn by other generators.
 *
 * @param engineName XGBoost's name of it
 * @param name the device in words, such as "the processor" or "NVIDIA H100 80GB HBM3"
 * @param refusal why the engine cannot use a GPU that was granted; null where it can, or where none was
 */
public record TreeDevice(
        String engineName, String name, @Nullable String refusal) {

    public static final TreeDevice PROCESSOR = new TreeDevice("cpu", "the processor", null);

    private static final String GPU = "cuda";

    /**
     * A GPU where one was granted and the engine can use it, else the processor, with the reason.
     *
     * @param gpus what the attempt was given
     */
    public static TreeDevice of(int gpus) {
        if (gpus == 0) {
            return PROCESSOR;
        }
        try {
            tryGpu();
            return gpu(GpuName.read().orElse("a GPU"));
        } catch (XGBoostError unusable) {
            return new TreeDevice(PROCESSOR.engineName, PROCESSOR.name, reason(unusable));
        }
    }

    static TreeDevice gpu(String name) {
        return new TreeDevice(GPU, name, null);
    }

    /** Says in a report where trees were grown. */
    public void tell(Notes notes) {
        if (refusal == null) {
            notes.info("Trees were grown on %s.", name);
        } else {
            notes.warn(
                    "Trees were grown on %s, although a GPU was granted: the engine that the node lends cannot use it (%s).",
                    name, refusal);
        }
    }

    /** Says in a report that a GPU was granted for nothing, where no trees are grown at all. */
    public static void tellUnused(int gpus, Notes notes) {
        if (gpus > 0) {
            notes.warn("A GPU was granted and not needed: no trees were grown.");
        }
    }

    /** The engine's words without the place in its sources where it says them. */
    private static String reason(XGBoostError refused) {
        String first = String.valueOf(refused.getMessage()).lines().findFirst().orElse("no reason given");
        return first.substring(first.lastIndexOf(": ") + (first.contains(": ") ? 2 : 1))
                .strip();
    }

    /**
     * Grows one tree. Asked for a GPU in the usual way, the engine takes the processor where it finds none, and does not say so;
     * the step that grows trees on a GPU, asked for by its own name, refuses.
     */
    private static void tryGpu() throws XGBoostError {
        DMatrix rows = new DMatrix(new float[] {0, 1, 2, 3}, 4, 1, Float.NaN);
        try {
            rows.setLabel(new float[] {0, 0, 1, 1});
            Map<String, Object> parameters =
                    Map.of("device", GPU, "updater", "grow_gpu_hist", "max_depth", 1, "nthread", 1, "verbosity", 0);
            XGBoost.train(rows, parameters, 1, new HashMap<>(), null, null).dispose();
        } finally {
            rows.dispose();
        }
    }
}
