package io.millwright.broker.gateway;

import io.millwright.broker.JobKind;
import io.millwright.broker.JobResult;
import io.millwright.broker.VersionRef;
import io.millwright.broker.internal.JobChanges;
import io.millwright.broker.internal.LockedJob;
import io.millwright.governance.datasets.ColumnType;
import io.millwright.governance.datasets.DatasetColumn;
import io.millwright.governance.datasets.Datasets;
import io.millwright.governance.datasets.Lineage;
import io.millwright.governance.datasets.PreparedTable;
import io.millwright.governance.models.ModelFile;
import io.millwright.governance.models.Models;
import io.millwright.governance.models.NewModelVersion;
import io.millwright.governance.models.TemplateRef;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.ObjectRef;
import io.millwright.tenancy.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import tools.jackson.core.JacksonException;

/** Turns the outputs of an attempt into a model version, a dataset version or an understanding. */
final class Outcomes {

    private final OutputIntake outputs;
    private final ObjectStore objects;
    private final Datasets datasets;
    private final Models models;
    private final JobChanges changes;
    private final Liveness liveness;

    Outcomes(
            OutputIntake outputs,
            ObjectStore objects,
            Datasets datasets,
            Models models,
            JobChanges changes,
            Liveness liveness) {
        this.outputs = outputs;
        this.objects = objects;
        this.datasets = datasets;
        this.models = models;
        this.changes = changes;
        this.liveness = liveness;
    }

    /**
     * What is ready to be committed: one of the first three.
     *
     * @param report what a scoring says about its rows, null where it says nothing
     */
    record Prepared(
            @Nullable NewModelVersion model,
            @Nullable PreparedTable table,
            @Nullable String understanding,
            @Nullable String report) {}

    /**
     * Does all that takes time, outside a transaction.
     *
     * @throws BadOutput when something is missing or malformed
     */
    Prepared prepare(AttemptFacts attempt, ResultMessage message) {
        var files = outputs.of(attempt);
        try {
            return switch (attempt.kind()) {
                case TRAIN -> new Prepared(model(attempt, files, message), null, null, null);
                case SCORE -> new Prepared(null, table(attempt, files), null, report(attempt, files));
                case SAMPLE -> new Prepared(null, table(attempt, files), null, null);
                case INSPECT -> {
                    var understood = UnderstandingText.check(text(attempt, files, OutputIntake.UNDERSTANDING));
                    yield new Prepared(null, null, understood, null);
                }
            };
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Registers it in the running transaction.
     *
     * @throws BadOutput when the database does not take it; the transaction is to be rolled back
     */
    JobResult register(AttemptFacts attempt, LockedJob job, Prepared prepared) {
        try {
            return registered(attempt, job, prepared);
        } catch (DataIntegrityViolationException | JacksonException unstorable) {
            throw new BadOutput("it holds values that cannot be stored", unstorable);
        }
    }

    private JobResult registered(AttemptFacts attempt, LockedJob job, Prepared prepared) {
        if (prepared.understanding() != null) {
            changes.understand(job, prepared.understanding());
            return new JobResult(null, null);
        }
        if (prepared.model() != null) {
            var version = models.register(attempt.caller(), prepared.model());
            return new JobResult(new VersionRef(version.model(), version.number()), null);
        }
        if (prepared.report() != null) {
            changes.report(job, prepared.report());
        }
        boolean scores = attempt.kind() == JobKind.SCORE;
        var lineage = scores
                ? Lineage.scored(
                        attempt.job(),
                        Objects.requireNonNull(attempt.modelVersion()),
                        Objects.requireNonNull(attempt.datasetVersion()))
                : Lineage.sample(attempt.job());
        var version = datasets.createFromResult(
                attempt.caller(),
                attempt.projectName() + (scores ? " – scores" : " – sample"),
                Objects.requireNonNull(prepared.table()),
                lineage);
        return new JobResult(null, new VersionRef(version.dataset().value(), version.number()));
    }

    private NewModelVersion model(AttemptFacts attempt, Map<String, ObjectRef> files, ResultMessage message)
            throws IOException {
        var report = ReportText.parse(text(attempt, files, OutputIntake.REPORT));
        var modelFiles = new ArrayList<ModelFile>();
        files.forEach((path, object) -> {
            if (path.startsWith(OutputIntake.MODEL)) {
                modelFiles.add(new ModelFile(path.substring(OutputIntake.MODEL.length()), object));
            }
        });
        if (modelFiles.isEmpty()) {
            throw new BadOutput("it has no model file");
        }
        return new NewModelVersion(
                attempt.project(),
                attempt.projectName(),
                attempt.job(),
                Objects.requireNonNull(attempt.datasetVersion()),
                new TemplateRef(
                        attempt.template().id(),
                        attempt.template().version(),
                        attempt.template().digest()),
                attempt.options(),
                attempt.seed(),
                report.metrics(),
                report.json(),
                environment(attempt, message),
                modelFiles);
    }

    private @Nullable String report(AttemptFacts attempt, Map<String, ObjectRef> files) throws IOException {
        return files.containsKey(OutputIntake.REPORT)
                ? ReportText.parse(text(attempt, files, OutputIntake.REPORT)).json()
                : null;
    }

    private PreparedTable table(AttemptFacts attempt, Map<String, ObjectRef> files) throws IOException {
        var images = files.get(OutputIntake.IMAGES);
        if (images != null) {
            return prepared(
                    attempt,
                    images,
                    OutputIntake.IMAGES,
                    bytes -> datasets.prepareImages(attempt.tenant(), attempt.projectName() + " sample.zip", bytes));
        }
        var columns = columns(text(attempt, files, OutputIntake.COLUMNS));
        var table = files.get(OutputIntake.TABLE);
        if (table == null) {
            throw new BadOutput(OutputIntake.TABLE + " is missing");
        }
        return prepared(
                attempt,
                table,
                OutputIntake.TABLE,
                bytes -> datasets.prepareResult(attempt.tenant(), columns, OutputIntake.TABLE, bytes));
    }

    private interface Preparation {
        PreparedTable of(InputStream bytes);
    }

    private PreparedTable prepared(AttemptFacts attempt, ObjectRef object, String path, Preparation preparation)
            throws IOException {
        try (var alive = liveness.keep(attempt);
                var bytes = objects.open(attempt.tenant(), object.digest())) {
            return preparation.of(bytes);
        } catch (MillwrightException defect) {
            if (defect.kind() != MillwrightException.Kind.INTERNAL) {
                throw defect;
            }
            // The same table would fail in the same way however often the agent sent its result.
            throw new BadOutput(path + " could not be read", defect);
        }
    }

    private String text(AttemptFacts attempt, Map<String, ObjectRef> files, String path) throws IOException {
        var file = files.get(path);
        if (file == null) {
            throw new BadOutput(path + " is missing");
        }
        try (var bytes = objects.open(attempt.tenant(), file.digest())) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Lines {@code TYPE<TAB>name}. */
    private static List<DatasetColumn> columns(String text) {
        try {
            return text.lines()
                    .map(line -> line.split("\t", 2))
                    .map(parts -> new DatasetColumn(parts[1], ColumnType.valueOf(parts[0])))
                    .toList();
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException malformed) {
            throw new BadOutput(OutputIntake.COLUMNS + " does not list columns with their types");
        }
    }

    private Map<String, String> environment(AttemptFacts attempt, ResultMessage message) {
        var facts = new TreeMap<>(message.environment());
        facts.put("backend", attempt.backend());
        facts.put("cpus", Integer.toString(attempt.cpus()));
        facts.put("gpus", Integer.toString(attempt.gpus()));
        facts.put("memoryBytes", Long.toString(attempt.memoryBytes()));
        if (attempt.weightsVersion() != null) {
            var weights = datasets.version(attempt.caller(), attempt.weightsVersion());
            facts.put("weights", weights.datasetName() + " version " + weights.number());
        }
        if (!message.sandbox().isEmpty()) {
            facts.put("sandbox", message.sandbox());
        }
        attempt.engines().forEach(engine -> facts.put("engine." + engine.name(), engine.version()));
        return facts;
    }
}
