package io.millwright.plugins.testkit;

import io.millwright.plugins.api.DatasetContext;
import io.millwright.plugins.api.ImageInput;
import io.millwright.plugins.api.OptionValues;
import io.millwright.plugins.api.Progress;
import io.millwright.plugins.api.Resources;
import io.millwright.plugins.api.TableInput;
import java.nio.file.Path;

/** What every call of a template in a test has in common. */
abstract class TestCall implements DatasetContext {

    private final Given given;
    private final TableInput dataset;

    TestCall(Given given, TableInput dataset) {
        this.given = given;
        this.dataset = dataset;
    }

    /** What the platform would give to any call. */
    record Given(OptionValues options, long seed, Resources resources, Path scratch, Progress progress) {}

    @Override
    public TableInput dataset() {
        return dataset;
    }

    @Override
    public ImageInput images() {
        return dataset instanceof MemoryTable table
                ? table.images().orElseGet(DatasetContext.super::images)
                : DatasetContext.super.images();
    }

    @Override
    public OptionValues options() {
        return given.options();
    }

    @Override
    public long seed() {
        return given.seed();
    }

    @Override
    public Resources resources() {
        return given.resources();
    }

    @Override
    public Path scratch() {
        return given.scratch();
    }

    @Override
    public Progress progress() {
        return given.progress();
    }
}
