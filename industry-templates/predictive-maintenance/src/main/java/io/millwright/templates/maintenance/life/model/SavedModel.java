package io.millwright.templates.maintenance.life.model;

import io.millwright.templates.maintenance.life.LifeModel;

/** A model read back. Holds native memory: close after use. */
public record SavedModel(Recipe recipe, LifeModel life) implements AutoCloseable {

    @Override
    public void close() {
        life.close();
    }
}
