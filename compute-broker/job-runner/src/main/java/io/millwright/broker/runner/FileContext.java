package io.millwright.broker.runner;

import io.millwright.broker.runner.report.ReportJson;
import io.millwright.broker.runner.report.UnderstandingJson;
import io.millwright.broker.runner.table.CsvTable;
import io.millwright.broker.runner.table.CsvTableOutput;
import io.millwright.plugins.api.Checkpoints;
import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ImageInput;
import io.millwright.plugins.api.InspectionContext;
import io.millwright.plugins.api.OptionValues;
import io.millwright.plugins.api.Progress;
import io.millwright.plugins.api.Report;
import io.millwright.plugins.api.Resources;
import io.millwright.plugins.api.SampleContext;
import io.millwright.plugins.api.ScoringContext;
import io.millwright.plugins.api.TableInput;
import io.millwright.plugins.api.TableOutput;
import io.millwright.plugins.api.TrainingContext;
import io.millwright.plugins.api.Trial;
import io.millwright.plugins.api.TrialContext;
import io.millwright.plugins.api.Trials;
import io.millwright.plugins.api.Understanding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that any call of a template is given, over the files of the attempt. */
final class FileContext implements TrainingContext, ScoringContext, SampleContext, InspectionContext, TrialContext {

    private final Attempt attempt;
    private final AttemptFiles files;
    private final Progress progress;
    private final ModelFolder model;
    private final Checkpoints checkpoints;
    private final Trials trials;
    private final PipedTrial trial;
    private boolean reported;
    private boolean understood;
    private @Nullable CsvTableOutput table;
    private @Nullable ImageSample sampleImages;
    private @Nullable ImageInput images;

    FileContext(Attempt attempt, AttemptFiles files, AgentPipe pipe, Orders orders) {
        this.attempt = attempt;
        this.files = files;
        this.progress = new PipedProgress(pipe, orders);
        this.model = new ModelFolder(files, attempt);
        this.checkpoints = new FileCheckpoints(files, pipe);
        this.trials = new PipedTrials(pipe, orders, attempt.resources().cpus());
        this.trial = new PipedTrial(attempt, pipe);
    }

    @Override
    public OptionValues options() {
        return attempt.options();
    }

    @Override
    public long seed() {
        return attempt.seed();
    }

    @Override
    public Resources resources() {
        return attempt.resources();
    }

    @Override
    public Path scratch() {
        return files.scratch();
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public TableInput dataset() {
        return new CsvTable(files.dataset(), attempt.columns(), attempt.rows());
    }

    @Override
    public ModelFolder model() {
        return model;
    }

    @Override
    public synchronized void report(Report report) {
        if (reported) {
            throw new IllegalStateException("the report was given already");
        }
        reported = true;
        try {
            Files.writeString(files.outputs().resolve("report.json"), ReportJson.of(report));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public synchronized void understood(Understanding understanding) {
        if (understood) {
            throw new IllegalStateException("what was understood was told already");
        }
        try {
            Files.writeString(files.outputs().resolve("understanding.json"), UnderstandingJson.of(understanding));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        understood = true;
    }

    @Override
    public TableOutput result(List<Column> columns) {
        return open(columns);
    }

    @Override
    public TableOutput sample(List<Column> columns) {
        return open(columns);
    }

    @Override
    public synchronized void image(String path, byte[] encoded) {
        if (table != null) {
            throw new IllegalStateException("the sample is a table, so it has no images");
        }
        var open = sampleImages;
        if (open == null) {
            open = new ImageSample(files.outputs().resolve("sample.zip"));
            sampleImages = open;
        }
        open.add(path, encoded);
    }

    @Override
    public synchronized ImageInput images() {
        if (!Files.exists(files.images())) {
            return TrainingContext.super.images();
        }
        var open = images;
        try {
            if (open == null) {
                open = ZipImages.open(files.images(), attempt.rows());
                images = open;
            }
            return open;
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    @Override
    public Optional<Path> weights() {
        return Optional.of(files.weights()).filter(Files::exists);
    }

    @Override
    public Trials trials() {
        return trials;
    }

    @Override
    public Trial trial() {
        return trial.trial();
    }

    @Override
    public void result(double objective, Map<String, Double> figures) {
        trial.result(objective, figures);
    }

    @Override
    public Checkpoints checkpoints() {
        return checkpoints;
    }

    /** @throws DefectiveTemplate when a training did not do its part */
    void requireTrained() throws DefectiveTemplate {
        if (!reported) {
            throw new DefectiveTemplate("The template ended without reporting what it found.");
        }
        if (model.empty()) {
            throw new DefectiveTemplate("The template ended without writing a file of its model.");
        }
    }

    /** @throws DefectiveTemplate when a trial told nothing */
    void requireTried() throws DefectiveTemplate {
        trial.require();
    }

    /** @throws DefectiveTemplate when an inspection told nothing */
    void requireUnderstood() throws DefectiveTemplate {
        if (!understood) {
            throw new DefectiveTemplate("The template ended without telling what it understood.");
        }
    }

    /** @throws DefectiveTemplate when no table was written, or not to its end */
    void requireTable() throws DefectiveTemplate {
        if (table == null) {
            throw new DefectiveTemplate("The template ended without writing its table.");
        }
        if (!table.closed()) {
            throw new DefectiveTemplate("The template did not close the table it wrote.");
        }
    }

    /** @throws DefectiveTemplate when there is neither a table nor an image */
    void requireSample() throws DefectiveTemplate, IOException {
        if (sampleImages == null) {
            requireTable();
        } else {
            sampleImages.close();
        }
    }

    private synchronized TableOutput open(List<Column> columns) {
        if (table != null || sampleImages != null) {
            throw new IllegalStateException("the table was opened already, or images were added");
        }
        table = new CsvTableOutput(
                files.outputs().resolve("result.csv"), files.outputs().resolve("result.columns"), columns);
        return table;
    }
}
