package io.millwright.portal.ui.jobs;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.html.Div;
import io.millwright.broker.JobTrial;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.ChartView;
import io.millwright.portal.ui.kit.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The trials of a training as they end: how many, the best so far, all of them for comparison. Empty without any. */
final class TrialsCard extends Div {

    private @Nullable ChartView chart;
    private long told = -1;

    void show(List<JobTrial> trials) {
        if (trials.isEmpty()) {
            return;
        }
        var ended = trials.stream().filter(trial -> trial.endedAt() != null).count();
        var running = trials.stream()
                .filter(trial -> trial.state() == JobTrial.State.RUNNING)
                .count();
        // Drawn anew only for news: a person may be reading the table.
        if (told == ended * 1_000 + running) {
            return;
        }
        told = ended * 1_000 + running;
        removeAll();
        var data = data(trials);
        if (chart == null) {
            chart = new ChartView(data);
        } else {
            chart.show(data);
        }
        add(new Card(tr("job.trials"), chart).aside(tr("job.trials.done", ended, running, trials.size())));
    }

    private static JsonNode data(List<JobTrial> trials) {
        return Json.of(Map.of(
                "type",
                "trials",
                "live",
                true,
                "title",
                tr("job.trials"),
                "objective",
                Map.of("title", tr("job.trials.objective"), "unit", ""),
                "chosen",
                0,
                "results",
                trials.stream()
                        .filter(trial -> trial.endedAt() != null)
                        .map(TrialsCard::result)
                        .toList()));
    }

    private static Map<String, @Nullable Object> result(JobTrial trial) {
        var result = new LinkedHashMap<String, @Nullable Object>();
        result.put("number", trial.number());
        result.put("parameters", trial.parameters());
        result.put("budget", trial.budget());
        result.put("status", trial.state().name());
        result.put("objective", trial.objective());
        result.put("figures", trial.figures());
        result.put("seconds", trial.seconds());
        result.put("reason", trial.reason());
        return result;
    }
}
