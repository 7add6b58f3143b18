package io.millwright.governance.datasets.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.millwright.governance.datasets.Profile;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilerTest {

    @TempDir
    Path folder;

    @Test
    void describes_numbers_texts_days_and_truths() {
        var text = IntStream.rangeClosed(1, 1_000)
                .mapToObj(i -> "%d,%s,%s,2026-01-%02d,%s,2026-01-01T00:00:%02d"
                        .formatted(i, i % 10 == 0 ? "" : i / 10.0, "city" + i % 40, 1 + i % 20, i % 4 == 0, i % 60))
                .collect(Collectors.joining("\n", "id,x,city,day,ok,at\n", "\n"));
        var profile = new Reading(folder).text(text).files().profile();
        assertThat(profile.rows()).isEqualTo(1_000);
        assertThat(profile.sample()).hasSize(Profile.SAMPLE_ROWS);
        var id = profile.columns().get(0);
        assertThat(id.distinct()).isBetween(850L, 1_000L);
        assertThat(id.minimum()).isEqualTo("1");
        assertThat(id.maximum()).isEqualTo("1000");
        assertThat(id.numbers().mean()).isEqualTo(500.5);
        assertThat(id.numbers().deviation()).isCloseTo(288.82, within(.01));
        assertThat(id.numbers().median()).isCloseTo(500, within(10.0));
        assertThat(id.numbers().q95()).isCloseTo(950, within(10.0));
        assertThat(id.histogram()).hasSize(Profile.BINS);
        assertThat(id.histogram().stream().mapToLong(Profile.Bin::count).sum()).isEqualTo(1_000);
        assertThat(id.histogram()).allSatisfy(bin -> assertThat(bin.count()).isBetween(49L, 51L));
        assertThat(id.histogram().getLast().to()).isEqualTo("1000");
        assertThat(id.top()).isEmpty();
        var x = profile.columns().get(1);
        assertThat(x.missing()).isEqualTo(100);
        var city = profile.columns().get(2);
        assertThat(city.numbers()).isNull();
        assertThat(city.histogram()).isEmpty();
        assertThat(city.top()).hasSize(Profile.TOP_VALUES).contains(new Profile.TopValue("city0", 25));
        var day = profile.columns().get(3);
        assertThat(day.minimum()).isEqualTo("2026-01-01");
        assertThat(day.histogram().getFirst()).isEqualTo(new Profile.Bin("2026-01-01", "2026-01-01", 50));
        assertThat(day.top()).hasSize(Profile.TOP_VALUES);
        var ok = profile.columns().get(4);
        assertThat(ok.top()).containsExactly(new Profile.TopValue("false", 750), new Profile.TopValue("true", 250));
        var at = profile.columns().get(5);
        assertThat(at.maximum()).isEqualTo("2026-01-01T00:00:59Z");
        assertThat(at.histogram().getFirst().from()).isEqualTo("2026-01-01T00:00:00Z");
    }

    @Test
    void describes_columns_that_are_named_like_functions() {
        var columns = new Reading(folder)
                .text("min(x),max(x),word min(\n1,5,b\n3,9,a\n")
                .files()
                .profile()
                .columns();
        assertThat(columns).extracting(Profile.ColumnProfile::minimum).containsExactly("1", "5", "a");
        assertThat(columns).extracting(Profile.ColumnProfile::maximum).containsExactly("3", "9", "b");
    }

    @Test
    void describes_columns_without_width_and_without_values() {
        var profile = new Reading(folder)
                .text("same,none,one\n5,,a\n5,,\n5,,\n")
                .files()
                .profile();
        assertThat(profile.columns().get(0).histogram()).isEmpty();
        assertThat(profile.columns().get(0).numbers().deviation()).isZero();
        assertThat(profile.columns().get(0).top()).containsExactly(new Profile.TopValue("5", 3));
        assertThat(profile.columns().get(1).missing()).isEqualTo(3);
        assertThat(profile.columns().get(1).minimum()).isNull();
        assertThat(profile.columns().get(1).top()).isEmpty();
        assertThat(profile.columns().get(2).missing()).isEqualTo(2);
    }
}
