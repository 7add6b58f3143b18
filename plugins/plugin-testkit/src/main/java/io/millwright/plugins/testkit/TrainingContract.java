package io.millwright.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.Metric;
import io.millwright.plugins.api.TrialResult;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Training leaves a model and a report that pages can show, and tells how far it is. */
public interface TrainingContract extends TemplateContract {

    @Test
    default void trainingLeavesAModelAndAReport(Fixture fixture) throws Exception {
        var model = fixture.model();

        assertThat(model.files()).isNotEmpty();
        assertThat(model.report().headline()).isNotBlank();
        assertThat(model.report().metrics())
                .extracting(Metric::name)
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(model.report().metrics()).allSatisfy(metric -> {
            assertThat(metric.title()).isNotBlank();
            assertThat(metric.explanation()).isNotBlank();
        });
    }

    @Test
    default void chartsCanBeDrawn(Fixture fixture) throws Exception {
        var charts = fixture.model().report().charts();

        assertThat(charts).extracting(Chart::name).doesNotHaveDuplicates();
        assertThat(charts).allSatisfy(chart -> {
            assertThat(chart.title()).isNotBlank();
            assertThat(figures(chart)).allMatch(Double::isFinite);
        });
        assertThat(charts).filteredOn(Chart.Threshold.class::isInstance).allSatisfy(chart -> {
            var threshold = (Chart.Threshold) chart;
            assertThat(threshold.rows()).allSatisfy(row -> assertThat(row).hasSameSizeAs(threshold.columns()));
            assertThat(threshold.chosen()).isBetween(0, threshold.rows().size() - 1);
        });
        assertThat(charts).filteredOn(Chart.Grid.class::isInstance).allSatisfy(chart -> {
            var grid = (Chart.Grid) chart;
            assertThat(grid.rows()).allSatisfy(row -> assertThat(row).hasSameSizeAs(grid.columns()));
        });
    }

    /** A band has a limit for each point of the line that it goes with. */
    @Test
    default void bandsFitTheirLines(Fixture fixture) throws Exception {
        assertThat(fixture.model().report().charts())
                .filteredOn(Chart.Fans.class::isInstance)
                .flatExtracting(chart -> ((Chart.Fans) chart).fans())
                .allSatisfy(fan -> assertThat(fan.bands()).allSatisfy(band -> assertThat(band.lower())
                        .hasSameSizeAs(fan.expected().x())));
    }

    @Test
    default void trainingTellsHowFarItIs(Fixture fixture) throws Exception {
        var progress = new RecordingProgress();
        fixture.run().withProgress(progress).train(fixture.data());

        assertThat(progress.updates()).describedAs("updates").hasSizeGreaterThanOrEqualTo(2);
    }

    private static Stream<Double> figures(Chart chart) {
        return switch (chart) {
            case Chart.Lines lines ->
                lines.series().stream().flatMap(series -> Stream.concat(series.x().stream(), series.y().stream()));
            case Chart.Bars bars -> bars.bars().stream().map(Chart.Bar::value);
            case Chart.Threshold threshold -> threshold.rows().stream().flatMap(java.util.List::stream);
            case Chart.Grid grid -> Stream.empty();
            case Chart.Confusion confusion ->
                confusion.counts().stream().flatMap(row -> row.stream().map(Long::doubleValue));
            case Chart.Gallery gallery -> Stream.empty();
            case Chart.Trials trials ->
                trials.results().stream()
                        .filter(result -> result.status() == TrialResult.Status.DONE)
                        .map(TrialResult::objective);
            case Chart.Fans fans -> fans.fans().stream().flatMap(TrainingContract::figures);
        };
    }

    private static Stream<Double> figures(Chart.Fan fan) {
        var lines = Stream.of(
                fan.actual().x(),
                fan.actual().y(),
                fan.expected().x(),
                fan.expected().y());
        var bands = fan.bands().stream().flatMap(band -> Stream.of(band.lower(), band.upper()));
        return Stream.concat(lines, bands).flatMap(java.util.List::stream);
    }
}
