package io.millwright.governance.datasets.internal;

import io.millwright.governance.datasets.ColumnType;
import io.millwright.governance.datasets.DatasetKind;
import io.millwright.governance.datasets.SourceFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** Reads a safetensors file: one row for each tensor, and beside the table the file itself. */
final class WeightsTable {

    private final DuckSession duck;
    private final Scratch scratch;
    private final Path file;

    WeightsTable(DuckSession duck, Scratch scratch, Path file) {
        this.duck = duck;
        this.scratch = scratch;
        this.file = file;
    }

    TableFiles read() throws IOException, SQLException {
        try (var records = new Tensors(SafetensorsHeader.read(file).tensors())) {
            var plain = Normaliser.write(records, true, scratch.file("plain.csv"));
            var types = List.of(ColumnType.TEXT, ColumnType.TEXT, ColumnType.TEXT, ColumnType.INTEGER);
            var readings = java.util.stream.IntStream.range(0, types.size())
                    .mapToObj(
                            at -> Objects.requireNonNull(plain.columns().get(at).as(types.get(at))))
                    .toList();
            var format = new SourceFormat(SourceFormat.Kind.SAFETENSORS, false, "", "", false, List.of());
            return new PlainTable(duck, scratch, plain, readings).store(format).with(DatasetKind.WEIGHTS, file);
        }
    }

    /** The tensors as records. */
    private static final class Tensors extends BufferedRecords {
        private static final List<String> NAMES = List.of("tensor", "type", "shape", "numbers");

        private final List<SafetensorsHeader.Tensor> tensors;
        private final RecordBuffer record = new RecordBuffer(NAMES.size());
        private int next = -1;

        Tensors(List<SafetensorsHeader.Tensor> tensors) {
            this.tensors = tensors;
        }

        @Override
        public boolean next() {
            if (next == tensors.size()) {
                return false;
            }
            record.clear();
            if (next < 0) {
                for (var at = 0; at < NAMES.size(); at++) {
                    record.set(at, NAMES.get(at), true, 1);
                }
            } else {
                var tensor = tensors.get(next);
                record.set(0, tensor.name(), true, line());
                record.set(1, tensor.type(), true, line());
                record.set(2, tensor.shape(), true, line());
                record.set(3, Long.toString(tensor.numbers()), false, line());
            }
            next++;
            return true;
        }

        @Override
        RecordBuffer record() {
            return record;
        }

        @Override
        public long line() {
            return next + 1L;
        }

        @Override
        public void close() {
            // holds nothing open
        }
    }
}
