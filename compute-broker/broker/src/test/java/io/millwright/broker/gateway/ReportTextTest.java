package io.millwright.broker.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportTextTest {

    @Test
    void metrics_have_names_that_can_be_stored() {
        var report = ReportText.parse("""
                {"metrics": [{"name": "a\\u0000b", "value": 1}, {"name": "c\\ud800", "value": 2},
                 {"name": "d\\ud83d\\ude00", "value": 3}, {"name": "auc", "value": 0.5}]}""");
        assertThat(report.metrics())
                .containsOnlyKeys("a\ufffdb", "c\ufffd", "d\ud83d\ude00", "auc")
                .containsEntry("auc", .5);
    }
}
