package io.millwright.plugins.testkit;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.SampleContext;
import io.millwright.plugins.api.TableOutput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A sample being generated in a test. */
final class TestSample extends TestCall implements SampleContext {

    private static final MemoryTable NOTHING =
            new TableBuilder(List.of(new Column("nothing", ColumnType.TEXT))).build();

    private final OneTable sample = new OneTable("sample");
    private final Map<String, byte[]> images = new LinkedHashMap<>();

    TestSample(Given given) {
        super(given, NOTHING);
    }

    MemoryTable written() {
        return images.isEmpty() ? sample.written() : ImageSets.of(images);
    }

    @Override
    public TableOutput sample(List<Column> columns) {
        return sample.open(columns);
    }

    @Override
    public synchronized void image(String path, byte[] encoded) {
        if (images.put(path, encoded.clone()) != null) {
            throw new IllegalArgumentException("the sample has two images \"" + path + "\"");
        }
    }
}
