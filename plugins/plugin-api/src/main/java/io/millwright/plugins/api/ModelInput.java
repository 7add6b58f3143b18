package io.millwright.plugins.api;

import java.nio.file.Path;

/** The files of a trained model, read-only. */
public interface ModelInput {

    /**
     * The path of a file that training wrote under this name.
     *
     * @throws IllegalArgumentException when there is none
     */
    Path file(String name);

    /** The template version that trained the model. */
    String templateVersion();
}
