package io.millwright.plugins.api;

import java.nio.file.Path;

/** The files of a model while it is made. */
public interface ModelOutput {

    /**
     * The path of a file to write.
     *
     * @param name a simple file name, e.g. {@code model.ubj}; letters, digits, dots, hyphens
     * @throws IllegalArgumentException when the name is not simple
     */
    Path file(String name);
}
