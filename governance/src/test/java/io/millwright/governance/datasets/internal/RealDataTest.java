package io.millwright.governance.datasets.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
    }

    @Test
    void readsCreditDefaults() {
        var result = read("credit-default/credit-default.csv");
        assertThat(result.files().rows()).isEqualTo(30_000);
        assertThat(result.files().columns()).hasSize(25);
    }

    @Test
    void readsTurbofans() {
        assertThat(read("cmapss-fd001/train_FD001.txt").files().columns()).hasSize(26);
        assertThat(read("cmapss-fd001/RUL_FD001.txt").files().rows()).isEqualTo(100);
    }

    @Test
    void readsTheOthers() {
        assertThat(read("m4-hourly/Hourly-train.csv").files().rows()).isEqualTo(414);
        assertThat(read("orange-juice/orange-juice.csv.gz").files().columns()).hasSize(19);
    }

    private Reading.Result read(String name) {
        var data = System.getenv("MILLWRIGHT_DATA");
        assumeTrue(data != null && Files.exists(Path.of(data, name)), "the evaluation data is not here");
        return new Reading(folder).file(Path.of(data, name));
    }
}
