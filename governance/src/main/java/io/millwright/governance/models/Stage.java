package io.millwright.governance.models;

import java.util.EnumSet;
import java.util.Set;

/**
 * How far a model version has come.
 *
 * <pre>
 *                    submit                    approve
 *   (job ends) DRAFT ───────► PENDING_REVIEW ─────────► APPROVED ──┐
 *                │                  │                              │ archive
 *                │ archive          └─────────► REJECTED ──────────┤
 *                │                    reject                       ▼
 *                └────────────────────────────────────────────► ARCHIVED
 * </pre>
 *
 * <p>The DDL's CHECK constraints hold the same facts: who submitted is known from PENDING_REVIEW on, who decided from
 * APPROVED and REJECTED on, and that these are two people.
 */
public enum Stage {
    DRAFT,
    PENDING_REVIEW,
    APPROVED,
    REJECTED,
    ARCHIVED;

    /** The stages that may follow. */
    public Set<Stage> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(PENDING_REVIEW, ARCHIVED);
            case PENDING_REVIEW -> EnumSet.of(APPROVED, REJECTED);
            case APPROVED, REJECTED -> EnumSet.of(ARCHIVED);
            case ARCHIVED -> EnumSet.noneOf(Stage.class);
        };
    }

    public boolean leadsTo(Stage stage) {
        return next().contains(stage);
    }
}
