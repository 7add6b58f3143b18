package io.millwright.templates.fraud.scoring;

import io.millwright.plugins.api.Progress;
import io.millwright.plugins.api.ScoringContext;
import io.millwright.plugins.api.TableInput;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.fraud.features.Feature;
import io.millwright.templates.fraud.features.FeatureTable;
import io.millwright.templates.fraud.model.FraudModel;
import io.millwright.templates.fraud.model.ModelFiles;
import io.millwright.templates.fraud.model.Recipe;
import io.millwright.templates.learning.encoding.WholeDates;
import io.millwright.templates.learning.report.Notes;
import java.util.HashSet;
import java.util.Set;

/** Scores a file: recall the past, compute the same features as in training, predict, explain, write. */
public final class Scoring {

    private final ScoringContext context;
    private final Progress progress;
    private final Notes notes = new Notes();

    public Scoring(ScoringContext context) {
        this.context = context;
        this.progress = context.progress();
    }

    public void run() throws TemplateException, InterruptedException {
        progress.update(0.01, "Reading the model");
        try (FraudModel model = ModelFiles.read(context.model())) {
            progress.update(0.1, "Reading the rows and computing features");
            TableInput dataset = WholeDates.of(context.dataset());
            PastAndFile understood = PastAndFile.of(dataset, context.options(), model.recipe(), model.memory(), notes);
            FeatureTable table = asTrained(understood.table(), model.recipe());
            ScoredRows scored = new Scorer(model, table, progress).score();
            progress.update(0.9, "Writing the result");
            new ResultWriter(dataset, understood.plan())
                    .write(context, scored, model.recipe().threshold());
            context.report(new ScoringReport(scored, table.transactions(), model.recipe()).of(notes));
        }
        progress.update(1, "Done");
    }

    /** The columns of the trees, in their order; a model's files that do not fit together are refused. */
    private static FeatureTable asTrained(FeatureTable table, Recipe recipe) throws TemplateException {
        Set<String> unknown = new HashSet<>();
        for (Feature feature : table.features()) {
            if (!recipe.featureNames().contains(feature.name())) {
                unknown.add(feature.name());
            }
        }
        FeatureTable trained = table.without(unknown);
        if (!trained.features().stream().map(Feature::name).toList().equals(recipe.featureNames())) {
            throw TemplateException.user(
                    "model-features",
                    "The model was trained with other features than this version of the template computes.",
                    "Train the model again.");
        }
        return trained;
    }
}
