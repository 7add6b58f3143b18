package io.millwright.portal.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.broker.JobState;
import io.millwright.portal.ui.ViewTest;
import io.millwright.portal.ui.kit.ChartView;
import io.millwright.portal.ui.world.World;
import io.millwright.tenancy.Caller;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoringReportTest extends ViewTest {

    private static final String JOB = "t/acme/jobs/" + World.id("scored");
    private static final String RESULT = "t/acme/datasets/" + World.id("Card fraud, EU scored") + "/1";

    private static final String REPORT = """
        {"headline":"Three machines need work this week.",
         "notes":[{"level":"WARNING","text":"Machine 9 is older than all that were learnt from."},
                  {"level":"INFO","text":"Ages are counted in cycles."}],
         "metrics":[{"name":"urgent","title":"urgent machines","value":3,"unit":"","better":"NEITHER","explanation":""}],
         "charts":[{"type":"bars","name":"urgency","title":"Machines by urgency","unit":"","bars":[{"label":"9","value":4}]},
                   {"type":"fans","name":"ahead","title":"What is left","x":{"title":"cycle","unit":""},
                    "y":{"title":"left","unit":""},"fans":[]}]}
        """;

    @Test
    void theJobShowsWhatTheTemplateFound() {
        jobs.say(World.id("scored"), REPORT);
        visit(JOB);

        assertThat(page())
                .containsSubsequence(
                        "What it found",
                        "Three machines need work this week.",
                        "Machine 9 is older",
                        "urgent machines",
                        "Machines by urgency",
                        "What is left",
                        "Remarks",
                        "Ages are counted in cycles.");
        assertThat(tags()).containsExactly("mw-chart", "mw-fans");
        assertThat($(ChartView.class).all().getLast().getElement().hasProperty("data"))
                .as("many forecasts come when one looks")
                .isFalse();
    }

    @Test
    void theResultShowsItBeforeItsRows() {
        jobs.say(World.id("scored"), REPORT);
        visit(RESULT);

        assertThat(page()).containsSubsequence("Three machines need work this week.", "Highest scores", "0.935");
    }

    @Test
    void itComesWhenTheScoringEnds() {
        var done = jobs.get(Caller.system(World.ACME), World.id("scored"));
        jobs.change(World.running(done));
        jobs.say(World.id("scored"), REPORT);
        visit(JOB);
        assertThat(page()).doesNotContain("Three machines");

        jobs.change(done);
        assertThat(page()).contains("Three machines");
        jobs.change(done);

        assertThat(tags()).as("once").containsExactly("mw-chart", "mw-fans");
    }

    @Test
    void whoSaysNothingHasNoReport() {
        visit(JOB);

        assertThat(page()).contains(JobState.SUCCEEDED.title()).doesNotContain("What it found", "Remarks");
    }

    private List<String> tags() {
        return $(ChartView.class).all().stream()
                .map(chart -> chart.getElement().getTag())
                .toList();
    }
}
