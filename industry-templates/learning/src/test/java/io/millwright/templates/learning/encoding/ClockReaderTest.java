package io.millwright.templates.learning.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockReaderTest {

    @ParameterizedTest
    @CsvSource({
        "14:05:30,50730",
        "14:05,50700",
        " 7:00 ,25200",
        "00:00:00,0",
        "23:59:59.750,86399",
        "2:05 pm,50700",
        "12:10 AM,600",
        "12:10 p.m.,43800",
        "14h05,50700"
    })
    void readsWhatPeopleWrite(String text, long seconds) {
        assertThat(ClockReader.micros(text)).isEqualTo(seconds * MomentReader.SECOND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"24:00", "12:60", "13:05 pm", "14", "14.05", "2024-01-01 14:05", "a:b", ""})
    void anythingElseIsNone(String text) {
        assertThat(ClockReader.micros(text)).isEqualTo(MomentReader.MISSING);
    }
}
