package io.millwright.portal.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.portal.ui.kit.Json;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectionTest {

    @ParameterizedTest
    @CsvSource({
        "trials, trials, OTHER, SEARCH",
        "fans, lives, OTHER, OUTCOME",
        "gallery, pictures, OTHER, ERRORS",
        "confusion, confusion, OTHER, ERRORS",
        "lines, curve, LEARNING, SEARCH",
        "lines, curve, CALIBRATION, CALIBRATION",
        "lines, intervalCoverage, OTHER, CALIBRATION",
        "lines, roc, ROC, OUTCOME",
        "bars, importance, OTHER, EXPLANATION",
        "bars, urgency, OTHER, EXPLANATION",
        "grid, segments, OTHER, SEGMENTS",
        "grid, errorByRemainingLife, OTHER, SEGMENTS",
        "grid, leadTimes, OTHER, OUTCOME",
        "somethingNew, somethingNew, OTHER, OUTCOME"
    })
    void aChartStandsWhereItsSortOrItsNameSays(String type, String name, String kind, Section section) {
        assertThat(Section.of(Json.of(Map.of("type", type, "name", name, "kind", kind))))
                .isEqualTo(section);
    }
}
