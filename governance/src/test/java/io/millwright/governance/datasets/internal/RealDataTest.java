package io.millwright.governance.datasets.internal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.millwright.governance.datasets.SeriesProfile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the evaluation data, where it is there. */
class RealDataTest {

    @TempDir
    Path folder;

    @Test
    void readsCardTransactions() {
        var result = read("card-fraud/transactions.csv.gz");
        assertThat(result.types())
                .isEqualTo("[transaction_id:INTEGER, timestamp:TIMESTAMP, customer_id:INTEGER, terminal_id:INTEGER,"
                        + " amount:DECIMAL, fraud:INTEGER]");
        assertThat(result.canonical().lines().count()).isEqualTo(result.files().rows() + 1);
        assertThat(result.files().profile().series()).as("events").isNull();
    }

    @Test
    void readsCreditDefaults() {
        var result = read("credit-default/credit-default.csv");
        assertThat(result.files().rows()).isEqualTo(30_000);
        assertThat(result.files().columns()).hasSize(25);
        assertThat(result.files().profile().series())
                .as("rows of different people")
                .isNull();
    }

    @Test
    void readsTurbofans() {
        assertThat(read("cmapss-fd001/train_FD001.txt").files().columns()).hasSize(26);
        assertThat(read("cmapss-fd001/RUL_FD001.txt").files().rows()).isEqualTo(100);
    }

    @Test
    void readsHourlySeriesInRows() {
        var files = read("m4-hourly/Hourly-train.csv").files();
        assertThat(files.rows()).isEqualTo(414);
        var series = requireNonNull(files.profile().series());
        assertThat(series.layout()).isEqualTo(SeriesProfile.Layout.ROWS);
        assertThat(series.count()).isEqualTo(414);
        assertThat(series.from()).isEqualTo("V2");
        assertThat(series.to()).isEqualTo("V961");
        assertThat(series.points()).isEqualTo(353_500);
        assertThat(series.gaps()).isZero();
    }

    @Test
    void readsWeeklySalesOfShopsAndBrands() {
        var files = read("orange-juice/orange-juice.csv.gz").files();
        assertThat(files.columns()).hasSize(19);
        var series = requireNonNull(files.profile().series());
        assertThat(series.layout()).isEqualTo(SeriesProfile.Layout.LONG);
        assertThat(series.keys()).extracting(String::toLowerCase).containsExactly("store", "brand");
        assertThat(series.time()).isEqualToIgnoringCase("week");
        assertThat(series.count()).isEqualTo(913);
        assertThat(series.points()).isEqualTo(106_139);
    }

    private Reading.Result read(String name) {
        var data = System.getenv("MILLWRIGHT_DATA");
        assumeTrue(data != null && Files.exists(Path.of(data, name)), "the evaluation data is not here");
        return new Reading(folder).file(Path.of(data, name));
    }
}
