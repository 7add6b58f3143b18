package io.millwright.templates.imaging;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.Metric;
import io.millwright.plugins.api.Progress;
import io.millwright.plugins.api.Report;
import io.millwright.plugins.api.ScoringContext;
import io.millwright.plugins.api.TableOutput;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.imaging.dataset.Listing;
import io.millwright.templates.imaging.dataset.Pictures;
import io.millwright.templates.imaging.judging.Judgement;
import io.millwright.templates.imaging.model.ImagingModel;
import io.millwright.templates.imaging.model.ModelFiles;
import io.millwright.templates.imaging.model.Recipe;
import io.millwright.templates.imaging.network.TensorEngine;
import io.millwright.templates.imaging.report.PictureBook;
import io.millwright.templates.learning.report.Notes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Scores images: read the model, look, write a row for each, show the most striking. */
final class Scoring {

    private static final int EACH = 20;

    private final ScoringContext context;
    private final Progress progress;
    private final Notes notes = new Notes();

    Scoring(ScoringContext context) {
        this.context = context;
        this.progress = context.progress();
    }

    void run() throws TemplateException, InterruptedException {
        progress.update(0.01, "Reading the model");
        ImagingModel model = ModelFiles.read(context.model());
        Recipe recipe = model.recipe();
        Listing listing = Listing.of(context);
        Pictures pictures = Pictures.read(listing, recipe.input(), progress, 0.05, 0.3);
        if (!pictures.unreadable().isEmpty()) {
            notes.warn(
                    "%,d images cannot be read: their rows have no class, and an alert.",
                    pictures.unreadable().size());
        }
        int[] rows =
                IntStream.range(0, listing.size()).filter(pictures::readable).toArray();
        TensorEngine engine =
                TensorEngine.start(context.scratch(), context.resources().gpus());
        try (Panel panel = panel(model, engine)) {
            Judgement said = panel.judge(pictures, rows, progress, 0.3, 0.9);
            progress.update(0.9, "Writing the result");
            write(listing, recipe, said, pictures);
            context.report(report(recipe, said, listing, pictures, panel, engine));
        }
        progress.update(1, "Done");
    }

    private Panel panel(ImagingModel model, TensorEngine engine) throws TemplateException {
        try {
            return new Panel(model, engine, context.resources().cpus());
        } catch (IllegalArgumentException other) {
            throw TemplateException.user(
                    "model-unreadable",
                    "The model's numbers do not fit its recipe (" + other.getMessage() + ").",
                    "Train the model again.");
        }
    }

    private void write(Listing listing, Recipe recipe, Judgement said, Pictures pictures) {
        List<Column> columns =
                new ArrayList<>(List.of(new Column("image", ColumnType.TEXT), new Column("class", ColumnType.TEXT)));
        recipe.classes().forEach(name -> columns.add(new Column("probability_" + name, ColumnType.DECIMAL)));
        columns.add(new Column("strangeness", ColumnType.DECIMAL));
        columns.add(new Column("alert", ColumnType.INTEGER));
        columns.add(new Column("reason", ColumnType.TEXT));
        try (TableOutput result = context.result(columns)) {
            int at = 0;
            for (int row = 0; row < listing.size(); row++) {
                result.text(listing.name(row));
                if (!pictures.readable(row)) {
                    for (int cell = 0; cell < recipe.classes().size() + 2; cell++) {
                        result.missing();
                    }
                    result.integer(1)
                            .text("cannot be read: " + pictures.unreadable().get(row));
                    result.endRow();
                    continue;
                }
                result.text(answer(recipe, said, at));
                for (double share : said.probabilities()[at]) {
                    result.number(share);
                }
                result.number(said.strangeness()[at]);
                String reason = reason(recipe, said, at);
                result.integer(reason.isEmpty() ? 0 : 1);
                if (reason.isEmpty()) {
                    result.missing();
                } else {
                    result.text(reason);
                }
                result.endRow();
                at++;
            }
        }
    }

    private static String answer(Recipe recipe, Judgement said, int at) {
        if (recipe.exclusive()) {
            return recipe.classes().get(said.best(at));
        }
        return String.join(
                "|",
                IntStream.range(0, recipe.classes().size())
                        .filter(output -> said.probabilities()[at][output] >= recipe.threshold())
                        .mapToObj(recipe.classes()::get)
                        .toList());
    }

    /** Why a person should look; empty when nobody need. */
    private static String reason(Recipe recipe, Judgement said, int at) {
        List<String> reasons = new ArrayList<>();
        if (said.strange(at)) {
            reasons.add(String.format(
                    Locale.ROOT,
                    "%.1f × as strange as the strangest hundredth of known images",
                    said.strangeness()[at]));
        }
        if (said.uncertain(at, recipe.exclusive())) {
            reasons.add("hardly decided");
        }
        return String.join("; ", reasons);
    }

    private Report report(
            Recipe recipe, Judgement said, Listing listing, Pictures pictures, Panel panel, TensorEngine engine) {
        boolean exclusive = recipe.exclusive();
        int images = said.rows().length;
        int alerts = (int) IntStream.range(0, images)
                .filter(at -> !reason(recipe, said, at).isEmpty())
                .count();
        int strange = (int) IntStream.range(0, images).filter(said::strange).count();
        List<Metric> metrics = new ArrayList<>();
        metrics.add(count("images", "Images", images, "Images that were looked at."));
        metrics.add(count(
                "alerts", "To look at", alerts, "Images that are uncertain or strange, so that a person should look."));
        metrics.add(count("strangers", "Strange", strange, "Images that are hardly like any learnt from."));
        notes.info("Scored on %s.", engine.description());
        PictureBook book = new PictureBook(
                        said, recipe.classes(), listing, pictures, panel, row -> listing.text(Listing.LABEL, row))
                .add("Strange", EACH, said::strange, at -> said.strangeness()[at], "unlike the images learnt from")
                .add(
                        "Uncertain",
                        EACH,
                        at -> said.uncertain(at, exclusive),
                        at -> -said.margin(at, exclusive),
                        "hardly decided");
        for (int output = 0; output < Math.min(3, recipe.classes().size()); output++) {
            int place = recipe.classes().size() == 2 ? 1 - output : output;
            if (place >= 0) {
                book.add(
                        "Surest " + recipe.classes().get(place),
                        EACH,
                        at -> said.best(at) == place,
                        at -> said.probabilities()[at][place],
                        "surest of its class");
            }
        }
        List<Chart> charts = book.isEmpty() ? List.of() : List.of(book.gallery("Where it looked"));
        String headline = String.format(Locale.ROOT, "%,d of %,d images are for a person to look at", alerts, images);
        return new Report(headline, notes.all(), metrics, charts);
    }

    private static Metric count(String name, String title, int value, String explanation) {
        return new Metric(name, title, value, "", Metric.Better.NEITHER, explanation);
    }
}
