package io.millwright.portal.ui.projects;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.html.Div;
import io.millwright.broker.Job;
import io.millwright.broker.JobFeed;
import io.millwright.broker.JobState;
import io.millwright.broker.Jobs;
import io.millwright.governance.datasets.DatasetVersion;
import io.millwright.plugins.api.Report.Note.Level;
import io.millwright.plugins.api.Understanding;
import io.millwright.plugins.host.InspectionRequest;
import io.millwright.plugins.host.ProjectJobs;
import io.millwright.portal.ui.jobs.JobsNavigation;
import io.millwright.portal.ui.kit.Bar;
import io.millwright.portal.ui.kit.Chip.Tone;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Facts;
import io.millwright.portal.ui.kit.Live;
import io.millwright.portal.ui.kit.Note;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.MillwrightException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the template makes of the chosen data, live: an inspection is started, followed, and told. It never stands in the way: a
 * training can be started before it has ended and where it failed.
 */
final class DataLook extends Div {

    private final Supplier<Caller> caller;
    private final UUID project;
    private final ProjectJobs work;
    private final Jobs jobs;
    private final JobFeed feed;
    private final Map<String, String> remembered;
    private Consumer<Understanding> understood = understanding -> {};

    /** @param remembered keeps the inspection of each version of data, so that coming back does not start another */
    DataLook(
            Supplier<Caller> caller,
            UUID project,
            ProjectJobs work,
            Jobs jobs,
            JobFeed feed,
            Map<String, String> remembered) {
        this.caller = caller;
        this.project = project;
        this.work = work;
        this.jobs = jobs;
        this.feed = feed;
        this.remembered = remembered;
        addClassName("mw-look");
        getElement().setAttribute("aria-live", "polite");
    }

    /** @param understood is given what the template understood of the data looked at last, as soon as that is known */
    void whenUnderstood(Consumer<Understanding> understood) {
        this.understood = understood;
    }

    void at(DatasetVersion version) {
        removeAll();
        try {
            var key = "inspection." + version.id();
            var known = remembered.get(key);
            var job = known == null
                    ? work.inspect(
                            caller.get(),
                            new InspectionRequest(project, version.dataset().value(), version.number(), Map.of(), null))
                    : UUID.fromString(known);
            remembered.put(key, job.toString());
            follow(job);
        } catch (MillwrightException refused) {
            failed(this, refused.sentence(), refused.remedy());
        }
    }

    private void follow(UUID job) {
        var shown = El.div("mw-stack mw-tight");
        Live.follow(shown, feed, caller.get(), job, kind -> show(shown, job));
        // Once more when it is on the page: it may have ended before anybody listened.
        shown.addAttachListener(attach -> show(shown, job));
        add(shown);
    }

    private void show(Div shown, UUID id) {
        if ("done".equals(shown.getElement().getAttribute("data-state"))) {
            return;
        }
        var job = jobs.get(caller.get(), id);
        shown.removeAll();
        if (job.state() == JobState.SUCCEEDED) {
            shown.getElement().setAttribute("data-state", "done");
            work.understanding(caller.get(), id).ifPresent(understanding -> {
                tell(shown, understanding);
                understood.accept(understanding);
            });
        } else if (job.state().isFinal()) {
            shown.getElement().setAttribute("data-state", "done");
            // Whoever comes back looks again.
            remembered.values().remove(id.toString());
            failed(shown, job.reason(), job.remedy());
        } else {
            waits(shown, job);
        }
    }

    private static void waits(Div shown, Job job) {
        var bar = new Bar(tr("look.now"));
        bar.idle();
        var waiting = job.waiting();
        shown.add(
                El.div(
                        "mw-row mw-between",
                        El.strong(tr("look.now")),
                        El.link(JobsNavigation.job(job.tenant(), job.id()), tr("model.from.job.open"))),
                bar,
                El.p("mw-muted", waiting == null ? job.activity() : waiting.reason()));
    }

    private static void failed(Div shown, String sentence, String remedy) {
        shown.add(new Note(Tone.WARN, sentence, El.p("mw-muted", remedy), El.p("mw-muted", tr("look.optional"))));
    }

    private static void tell(Div shown, Understanding understanding) {
        if (!understanding.task().isBlank()) {
            shown.add(El.p("mw-task", understanding.task()));
        }
        understanding.notes().stream()
                .filter(note -> note.level() == Level.WARNING)
                .forEach(note -> shown.add(new Note(Tone.WARN, note.text())));
        if (!understanding.facts().isEmpty()) {
            var facts = new Facts();
            understanding.facts().forEach(facts::fact);
            shown.add(facts);
        }
        understanding.notes().stream()
                .filter(note -> note.level() == Level.INFO)
                .forEach(note -> shown.add(El.p("mw-muted", note.text())));
        if (!understanding.options().isEmpty()) {
            shown.add(El.p("mw-faint", tr("look.filled")));
        }
    }
}
