package io.millwright.governance.models;

import io.millwright.governance.audit.AuditEvent;
import io.millwright.governance.audit.AuditLog;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.TenantTransactions;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Moves versions from stage to stage: roles, four eyes, the transition table, the audit entry. */
final class Review {

    /** Longest reason, in characters. */
    static final int MAX_REASON = 2_000;

    private final TenantTransactions transactions;
    private final ModelRows rows;
    private final AuditLog audit;
    private final Clock clock;

    Review(TenantTransactions transactions, ModelRows rows, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    ModelVersion submit(Caller caller, UUID version, String note) {
        caller.require(Role.ENGINEER);
        return transactions.call(caller, () -> {
            var before = find(caller, version);
            return move(
                    caller,
                    before,
                    Stage.PENDING_REVIEW,
                    "model.submitted",
                    note,
                    () -> rows.submit(caller, version, clock.instant()));
        });
    }

    ModelVersion decide(Caller caller, UUID version, Stage decision, String reason) {
        caller.require(Role.APPROVER);
        if (decision == Stage.REJECTED && reason.isBlank()) {
            throw MillwrightException.user(
                    "reason-missing",
                    "A rejection needs a reason.",
                    "Say what has to change before it can be approved.");
        }
        return transactions.call(caller, () -> {
            var before = find(caller, version);
            if (caller.user().equals(before.submittedBy())) {
                throw MillwrightException.refused(
                        "four-eyes",
                        "%s submitted this version and cannot decide on it.".formatted(caller.user()),
                        "Ask another member with the role Approver.");
            }
            return move(
                    caller,
                    before,
                    decision,
                    decision == Stage.APPROVED ? "model.approved" : "model.rejected",
                    reason,
                    () -> rows.decide(caller, version, decision, reason.strip(), clock.instant()));
        });
    }

    ModelVersion archive(Caller caller, UUID version, String reason) {
        caller.require(Role.ENGINEER);
        return transactions.call(caller, () -> {
            var before = find(caller, version);
            return move(
                    caller,
                    before,
                    Stage.ARCHIVED,
                    "model.archived",
                    reason,
                    () -> rows.move(caller, version, before.stage(), Stage.ARCHIVED));
        });
    }

    private ModelVersion move(
            Caller caller, ModelVersion before, Stage to, String action, String reason, BooleanSupplier update) {
        if (reason.length() > MAX_REASON) {
            throw MillwrightException.user(
                    "reason-too-long",
                    "The reason is longer than %,d characters.".formatted(MAX_REASON),
                    "Shorten it, and refer to a document for the rest.");
        }
        // The update moves only from the stage that was read: of two people who press at once, one is told.
        if (!before.stage().leadsTo(to) || !update.getAsBoolean()) {
            throw MillwrightException.conflict(
                    "model-stage",
                    "Version %d of \"%s\" is %s and cannot become %s."
                            .formatted(before.number(), before.modelName(), words(before.stage()), words(to)),
                    "Look at its page for what can be done now.");
        }
        audit.append(
                caller,
                AuditEvent.of(action, "model-version", before.id().toString())
                        .before(Map.of("stage", before.stage().name()))
                        .after(Map.of("stage", to.name(), "model", before.modelName(), "version", before.number()))
                        .because(reason));
        return find(caller, before.id());
    }

    private ModelVersion find(Caller caller, UUID version) {
        return rows.version(caller, version)
                .orElseThrow(() -> MillwrightException.missing("model version", version.toString()));
    }

    private static String words(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
