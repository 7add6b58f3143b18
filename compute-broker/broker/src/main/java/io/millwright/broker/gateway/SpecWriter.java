package io.millwright.broker.gateway;

import io.millwright.broker.agent.PropertiesText;
import io.millwright.governance.datasets.DatasetKind;
import io.millwright.governance.datasets.DatasetVersion;
import io.millwright.governance.datasets.Datasets;
import io.millwright.governance.models.Models;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Tells an agent what its attempt is. */
final class SpecWriter {

    private final Datasets datasets;
    private final Models models;
    private final EnginePacks engines;
    private final CheckpointIntake checkpoints;
    private final Duration heartbeat;

    SpecWriter(
            Datasets datasets, Models models, EnginePacks engines, CheckpointIntake checkpoints, Duration heartbeat) {
        this.datasets = datasets;
        this.models = models;
        this.engines = engines;
        this.checkpoints = checkpoints;
        this.heartbeat = heartbeat;
    }

    byte[] write(AttemptFacts attempt) {
        var facts = new HashMap<String, String>();
        facts.put("job", attempt.job().toString());
        facts.put("attempt", attempt.name());
        facts.put("tenant", attempt.tenant().value());
        facts.put("kind", attempt.kind().name().toLowerCase(Locale.ROOT));
        facts.put("template.id", attempt.template().id());
        facts.put("template.version", attempt.template().version());
        facts.put("template.digest", attempt.template().digest());
        facts.put("seed", Long.toString(attempt.seed()));
        facts.put("cpus", Integer.toString(attempt.cpus()));
        facts.put("gpus", Integer.toString(attempt.gpus()));
        facts.put("memoryBytes", Long.toString(attempt.memoryBytes()));
        facts.put("timeoutSeconds", Long.toString(attempt.limitSeconds()));
        facts.put("heartbeatSeconds", Long.toString(Math.max(1, heartbeat.toSeconds())));
        attempt.options().forEach((name, value) -> facts.put("option." + name, value));
        var trial = attempt.trial();
        if (trial != null) {
            facts.put("kind", "trial");
            facts.put("trial.number", Integer.toString(trial.number()));
            facts.put("trial.budget", Double.toString(trial.budget()));
            trial.parameters().forEach((name, value) -> facts.put("trial.parameter." + name, value));
        }
        dataset(attempt, facts);
        if (attempt.weightsVersion() != null) {
            content("weights", datasets.version(attempt.caller(), attempt.weightsVersion()), facts);
        }
        model(attempt, facts);
        checkpoints.of(attempt).ifPresent(saved -> {
            facts.put("input.checkpoint.digest", saved.digest());
            facts.put("input.checkpoint.size", Long.toString(saved.size()));
        });
        for (var engine : attempt.engines()) {
            var pack = engines.find(engine);
            facts.put("engine." + engine.name() + ".version", engine.version());
            facts.put("engine." + engine.name() + ".digest", pack.digest());
            facts.put("engine." + engine.name() + ".size", Long.toString(pack.size()));
        }
        return PropertiesText.format(facts);
    }

    private void dataset(AttemptFacts attempt, Map<String, String> facts) {
        if (attempt.datasetVersion() == null) {
            return;
        }
        var version = datasets.version(attempt.caller(), attempt.datasetVersion());
        facts.put("input.dataset.digest", version.canonical().digest());
        facts.put("input.dataset.size", Long.toString(version.canonical().size()));
        facts.put("input.dataset.rows", Long.toString(version.rows()));
        if (version.kind() == DatasetKind.IMAGES) {
            content("images", version, facts);
        }
        for (int i = 0; i < version.columns().size(); i++) {
            var column = version.columns().get(i);
            facts.put("input.dataset.column." + i, column.type().name() + "\t" + column.name());
        }
    }

    /** What lies beside a table: images that it describes, weights that it lists. */
    private static void content(String name, DatasetVersion version, Map<String, String> facts) {
        var content = version.content();
        if (content != null) {
            facts.put("input." + name + ".digest", content.digest());
            facts.put("input." + name + ".size", Long.toString(content.size()));
        }
    }

    private void model(AttemptFacts attempt, Map<String, String> facts) {
        if (attempt.modelVersion() == null) {
            return;
        }
        var version = models.version(attempt.caller(), attempt.modelVersion());
        facts.put("model.templateVersion", version.template().version());
        for (var file : version.files()) {
            facts.put("input.model." + file.name() + ".digest", file.object().digest());
            facts.put(
                    "input.model." + file.name() + ".size",
                    Long.toString(file.object().size()));
        }
    }
}
