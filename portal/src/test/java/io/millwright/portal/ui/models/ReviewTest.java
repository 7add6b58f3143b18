package io.millwright.portal.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextField;
import io.millwright.portal.ui.ViewTest;
import io.millwright.portal.ui.world.World;
import io.millwright.tenancy.Role;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReviewTest extends ViewTest {

    private static final String VERSION = "t/acme/models/" + World.id("model") + "/2";

    @Test
    void aDraftIsSubmittedOrArchivedByEngineersOnly() {
        visit(VERSION);
        assertOffered("Submit for review", "Archive");

        signIn("acme-approver");
        visit(VERSION);
        assertOffered();

        signIn("acme-auditor");
        visit(VERSION);
        assertOffered();
    }

    @Test
    void whatWaitsIsDecidedByApproversOnly() {
        submit();
        assertThat(page()).contains("You asked for a review");
        assertOffered();

        signIn("acme-auditor");
        visit(VERSION);
        assertThat(page()).contains("acme-engineer asked for a review");
        assertOffered();

        signIn("acme-approver");
        visit(VERSION);
        assertOffered("Approve", "Reject");
    }

    @Test
    void whatWaitsStandsFirstOnTheHomePageOfWhoDecides() {
        submit();
        visit("t/acme");
        assertThat(page()).doesNotContain("Waits for your decision");

        signIn("acme-approver");
        visit("t/acme");
        assertThat(page()).contains("One model waits for your decision", "Waits for your decision", "by acme-engineer");
        visit(VERSION);
        press("Approve");
        press("Approve");
        visit("t/acme");
        assertThat(page()).doesNotContain("Waits for your decision");
    }

    @Test
    void whoSubmittedDoesNotDecide() {
        world.giveRole("acme-engineer", Role.APPROVER);
        submit();

        assertThat(page()).contains("You asked for a review");
        assertOffered();
    }

    @Test
    void anApprovedVersionNamesItsApproverAndCanBeArchived() {
        submit();
        signIn("acme-approver");
        visit(VERSION);
        press("Approve");
        press("Approve");

        assertThat(page()).contains("Approved by acme-approver");
        assertOffered();

        signIn("acme-engineer");
        visit(VERSION);
        assertOffered("Archive");
        press("Archive");
        press("Archive");

        assertThat(page()).contains("In the archive");
        assertOffered();
    }

    @Test
    void aRejectionNeedsAReasonWhichIsThenShown() {
        submit();
        signIn("acme-approver");
        visit(VERSION);
        press("Reject");
        press("Reject");
        assertThat(page()).contains("A rejection needs a reason.");

        type($(TextField.class).withLabel("Reason").single(), "Too many false alarms");
        press("Reject");

        assertThat(page()).contains("Rejected by acme-approver", "Reason: Too many false alarms");
    }

    private void submit() {
        visit(VERSION);
        press("Submit for review");
        press("Submit for review");
    }

    private void assertOffered(String... acts) {
        assertThat(Stream.of("Submit for review", "Approve", "Reject", "Archive")
                        .filter(this::offers))
                .containsExactlyInAnyOrder(acts);
    }
}
