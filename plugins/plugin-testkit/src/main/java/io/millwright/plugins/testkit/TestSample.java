package io.millwright.plugins.testkit;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.OptionValues;
import io.millwright.plugins.api.Progress;
import io.millwright.plugins.api.Resources;
import io.millwright.plugins.api.SampleContext;
import io.millwright.plugins.api.TableOutput;
import java.nio.file.Path;
import java.util.List;

/** A sample being generated in a test. */
final class TestSample implements SampleContext {

    private final TestContext common;
    private final OneTable sample = new OneTable("sample");

    TestSample(TestContext common) {
        this.common = common;
    }

    MemoryTable table() {
        return sample.written();
    }

    @Override
    public TableOutput sample(List<Column> columns) {
        return sample.open(columns);
    }

    @Override
    public OptionValues options() {
        return common.options();
    }

    @Override
    public long seed() {
        return common.seed();
    }

    @Override
    public Resources resources() {
        return common.resources();
    }

    @Override
    public Path scratch() {
        return common.scratch();
    }

    @Override
    public Progress progress() {
        return common.progress();
    }
}
