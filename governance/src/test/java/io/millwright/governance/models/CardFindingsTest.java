package io.millwright.governance.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CardFindingsTest {

    @Test
    void tablesAmountsConfusionsThresholdsAndSearchesAreTold() {
        var card = new CardFindings(Map.of(
                        "charts",
                        List.of(
                                Map.of(
                                        "type",
                                        "grid",
                                        "title",
                                        "By segment",
                                        "columns",
                                        List.of("segment", "recall"),
                                        "rows",
                                        List.of(List.of("DE | AT", "71 %"))),
                                Map.of(
                                        "type", "bars",
                                        "title", "Importance",
                                        "unit", "%",
                                        "bars", List.of(Map.of("label", "amount", "value", .231))),
                                Map.of(
                                        "type",
                                        "confusion",
                                        "title",
                                        "Mixed up",
                                        "classes",
                                        List.of("cat", "dog"),
                                        "counts",
                                        List.of(List.of(5, 1), List.of(0, 7))),
                                Map.of(
                                        "type",
                                        "threshold",
                                        "title",
                                        "Threshold",
                                        "columns",
                                        List.of(Map.of("title", "Found", "unit", "%")),
                                        "rows",
                                        List.of(List.of(.5), List.of(.625)),
                                        "chosen",
                                        1),
                                Map.of(
                                        "type",
                                        "trials",
                                        "title",
                                        "Search",
                                        "chosen",
                                        2,
                                        "results",
                                        List.of(
                                                Map.of("number", 1, "status", "LOST", "parameters", Map.of()),
                                                Map.of(
                                                        "number",
                                                        2,
                                                        "status",
                                                        "DONE",
                                                        "parameters",
                                                        Map.of("depth", "4")))))))
                .markdown();

        assertThat(card)
                .contains("## By segment", "| DE \\| AT | 71 % |", "| amount | 23.1 % |")
                .contains("| was / said | cat | dog |", "| cat | 5 | 1 |")
                .contains("| Found | 62.5 % |")
                .contains("2 trials, 1 lost. Number 2 was taken: depth 4.");
    }

    @Test
    void curvesAndImagesAreLeftToTheReport() {
        var charts =
                List.of(Map.of("type", "gallery", "title", "Hits"), Map.of("type", "lines", "title", "ROC"), "odd");

        assertThat(new CardFindings(Map.of("charts", charts)).markdown()).isEmpty();
        assertThat(new CardFindings(Map.of()).markdown()).isEmpty();
    }
}
