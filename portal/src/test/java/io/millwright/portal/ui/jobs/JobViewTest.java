package io.millwright.portal.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import io.millwright.broker.JobEvent;
import io.millwright.broker.JobState;
import io.millwright.broker.JobTrial;
import io.millwright.portal.ui.ViewTest;
import io.millwright.portal.ui.kit.LogPane;
import io.millwright.portal.ui.world.World;
import io.millwright.tenancy.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobViewTest extends ViewTest {

    private static final String RUNNING = "t/acme/jobs/" + World.id("running");

    @Test
    void aWaitingJobSaysWhyAndWhatWouldStartItSooner() {
        visit("t/acme/jobs/" + World.id("queued"));

        assertThat(page())
                .contains("place 2 of 3", "both are in use by one job of Acme", "It would start now with 1 core.");
    }

    @Test
    void aFailedJobSaysTheReasonAndTheRemedy() {
        visit("t/acme/jobs/" + World.id("failed"));

        assertThat(page()).contains("ran out of memory", "Give the job at least 2 GiB");
        assertThat(offers("Train again like this")).isTrue();
    }

    @Test
    void optionsAreToldByTheTitlesOfTheForm() {
        visit("t/acme/jobs/" + World.id("failed"));

        assertThat(page()).contains("Alerts a day").doesNotContain("alertsPerDay");
    }

    @Test
    void newsChangeThePageWithoutAVisit() {
        visit(RUNNING);
        assertThat(page()).contains("training, round 220 of 400");

        jobs.cancel(Caller.system(World.ACME), World.id("running"), "");

        assertThat(page()).contains("Cancelled by system.").doesNotContain("round 220 of 400");
        assertThat(offers("Cancel")).isFalse();
    }

    @Test
    void linesOfTheLogComeAsTheyAreWritten() {
        visit(RUNNING);
        var before = $(LogPane.class).single();

        jobs.happen(World.id("running"), new JobEvent.LogLine(10_000, 1, Instant.now(), "one more round"));
        roundTrip();

        assertThat($(LogPane.class).single()).isSameAs(before);
        assertThat(UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations())
                .isNotNull();
    }

    @Test
    void whoLeavesHearsNoMore() {
        visit("t/acme/members");
        var idle = jobs.listeners();

        visit(RUNNING);
        assertThat(jobs.listeners()).isEqualTo(idle + 1);
        visit("t/acme/members");

        assertThat(jobs.listeners()).isEqualTo(idle);
    }

    @Test
    void cancellingAsksFirst() {
        visit(RUNNING);

        press("Cancel");
        assertThat(page()).contains("Cancel this job?", "What it has learnt so far is lost");
        press("Cancel the job");

        assertThat(jobs.get(Caller.system(World.ACME), World.id("running")).state())
                .isEqualTo(JobState.CANCELLED);
        assertThat(page()).contains("Cancelled by acme-engineer.");
    }

    @Test
    void auditorsLookOnly() {
        signIn("acme-auditor");
        visit(RUNNING);

        assertThat(offers("Cancel")).isFalse();
    }

    @Test
    void theListIsFilteredByItsAddress() {
        UI.getCurrent().navigate("t/acme/jobs", com.vaadin.flow.router.QueryParameters.of("state", "failed"));

        assertThat(page()).contains("Failed", "ran out of memory").doesNotContain("round 220 of 400");
    }

    @Test
    void trialsAreShownAsTheyEnd() {
        visit(RUNNING);
        assertThat(page()).doesNotContain("Trials");

        jobs.tried(
                World.id("running"),
                List.of(
                        trial(1, JobTrial.State.DONE),
                        trial(2, JobTrial.State.RUNNING),
                        trial(3, JobTrial.State.LOST)));

        assertThat(page()).contains("Trials", "2 of 3 done, 1 running");
    }

    private static JobTrial trial(int number, JobTrial.State state) {
        var done = state == JobTrial.State.DONE;
        return new JobTrial(
                number,
                Map.of("depth", "" + number),
                1,
                state,
                done ? .3 : null,
                Map.of(),
                12,
                state == JobTrial.State.LOST ? "The node went away." : "",
                "127.0.0.1",
                Instant.now(),
                state == JobTrial.State.RUNNING ? null : Instant.now());
    }
}
