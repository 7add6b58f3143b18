package io.millwright.portal.ui.models;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.millwright.governance.models.ModelVersion;
import io.millwright.governance.models.Models;
import io.millwright.governance.models.Stage;
import io.millwright.portal.ui.kit.Ask;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Formats;
import io.millwright.portal.ui.kit.Head;
import io.millwright.portal.ui.kit.Notices;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a version stands in its review and what the one who looks may do about it. What is offered here is a courtesy: the
 * registry decides again.
 */
@SpringComponent
final class ReviewStrip {

    private final Models models;

    ReviewStrip(Models models) {
        this.models = models;
    }

    /** @param moved is run after the version has come to another stage */
    Component of(Supplier<Caller> caller, ModelVersion version, Runnable moved) {
        var said = El.div("", El.p(words(caller.get(), version)));
        var reason = version.decisionReason();
        if (reason != null && !reason.isBlank()) {
            said.add(El.p("mw-muted", tr("review.reason", reason)));
        }
        var acts = acts(caller, version, moved).toArray(Component[]::new);
        return El.div("mw-card", El.div("mw-row mw-between", said, El.div("mw-row", acts)));
    }

    private static String words(Caller caller, ModelVersion version) {
        return switch (version.stage()) {
            case DRAFT -> tr("review.draft");
            case PENDING_REVIEW ->
                caller.user().equals(version.submittedBy())
                        ? tr("review.pending.mine", when(version.submittedAt()))
                        : tr("review.pending", who(version.submittedBy()), when(version.submittedAt()));
            case APPROVED -> tr("review.approved", who(version.decidedBy()), when(version.decidedAt()));
            case REJECTED -> tr("review.rejected", who(version.decidedBy()), when(version.decidedAt()));
            case ARCHIVED -> tr("review.archived");
        };
    }

    private List<Component> acts(Supplier<Caller> caller, ModelVersion version, Runnable moved) {
        var reader = caller.get();
        var acts = new ArrayList<Component>();
        var stage = version.stage();
        if (stage == Stage.PENDING_REVIEW
                && reader.has(Role.APPROVER)
                && !reader.user().equals(version.submittedBy())) {
            acts.add(act("approve", version, moved, reason -> models.approve(caller.get(), version.id(), reason)));
            acts.add(act("reject", version, moved, reason -> models.reject(caller.get(), version.id(), reason)));
        }
        if (reader.has(Role.ENGINEER)) {
            if (stage.leadsTo(Stage.PENDING_REVIEW)) {
                acts.add(act("submit", version, moved, reason -> models.submit(caller.get(), version.id(), reason)));
            }
            if (stage.leadsTo(Stage.ARCHIVED)) {
                acts.add(act("archive", version, moved, reason -> models.archive(caller.get(), version.id(), reason)));
            }
        }
        return acts;
    }

    private static Component act(String verb, ModelVersion version, Runnable moved, Consumer<String> then) {
        var title = tr("model.titled", version.modelName(), version.number());
        Consumer<String> done = reason -> {
            then.accept(reason);
            Notices.done(tr("review." + verb + ".done", title));
            moved.run();
        };
        return Head.plain(
                tr("review." + verb),
                () -> Ask.reason(
                        tr("review." + verb + ".title", title),
                        tr("review." + verb + ".what"),
                        tr("review." + verb),
                        done));
    }

    private static String who(@Nullable String user) {
        return user == null ? tr("review.nobody") : user;
    }

    private static String when(@Nullable Instant moment) {
        return moment == null ? "" : Formats.when(moment);
    }
}
