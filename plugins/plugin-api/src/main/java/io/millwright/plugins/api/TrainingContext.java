package io.millwright.plugins.api;

import java.nio.file.Path;
import java.util.Optional;

/** What {@link Template#train} is given. */
public interface TrainingContext extends DatasetContext {

    ModelOutput model();

    /** The findings about the model; exactly once. */
    void report(Report report);

    /** Runs trials on the cluster; for templates that implement {@link Template#trial}. */
    Trials trials();

    /** Saves and finds the state of this training across attempts. */
    Checkpoints checkpoints();

    /** A file of {@link DataKind#WEIGHTS} that a person chose to start from; empty without one. */
    default Optional<Path> weights() {
        return Optional.empty();
    }
}
