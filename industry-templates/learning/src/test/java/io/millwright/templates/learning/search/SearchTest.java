package io.millwright.templates.learning.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.millwright.plugins.api.Trial;
import io.millwright.plugins.api.TrialResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchTest {
    private static final Space SPACE = Space.empty()
            .logDecimal("rate", 0.001, 1)
            .whole("depth", 1, 12)
            .decimal("share", 0, 1)
            .choice("kind", "round", "square", "other");

    @TempDir
    private Path folder;

    /** Least at rate .05, depth 7, share .3, square. */
    private static double distance(Trial trial) {
        Map<String, String> values = trial.parameters();
        double rate = Math.log10(Double.parseDouble(values.get("rate")) / 0.05);
        double depth = (Integer.parseInt(values.get("depth")) - 7) / 6.0;
        double share = Double.parseDouble(values.get("share")) - 0.3;
        return rate * rate + depth * depth + share * share + (values.get("kind").equals("square") ? 0 : 0.5);
    }

    private SearchOutcome run(Search search, FakeTrials trials, int killedAfter) throws Exception {
        Path kept = Files.createDirectories(folder.resolve("kept"));
        SearchJournal journal =
                new SearchJournal(new KeptFolders(kept, killedAfter), Files.createTempDirectory(folder, "scratch"));
        return search.run(trials, journal, SearchListener.silent());
    }

    private SearchOutcome fresh(Search search, FakeTrials trials) throws Exception {
        Path kept = Files.createTempDirectory(folder, "kept");
        return search.run(
                trials,
                new SearchJournal(new KeptFolders(kept, 0), folder.resolve("scratch")),
                SearchListener.silent());
    }

    private static Search search(Sampler sampler, Schedule schedule, long seed) {
        return new Search(SPACE, sampler, schedule, seed, List.of());
    }

    private static FakeTrials all() {
        return new FakeTrials(SearchTest::distance, number -> false);
    }

    @Test
    void theSameSeedFindsTheSameAndAnotherLooksElsewhere() throws Exception {
        var schedule = Schedule.full(20);
        var once = fresh(search(Sampler.parzen(), schedule, 1), all());
        var again = fresh(search(Sampler.parzen(), schedule, 1), all());
        var other = fresh(search(Sampler.parzen(), schedule, 2), all());
        assertThat(again).isEqualTo(once);
        assertThat(other).isNotEqualTo(once);
        assertThat(once.results().stream().map(result -> result.trial().number()))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void learningFromWhatWasSeenBeatsChance() throws Exception {
        var schedule = new Schedule(12, 4, 2, 1, 0);
        double chance = 0;
        double parzen = 0;
        for (int seed = 0; seed < 40; seed++) {
            chance += Math.log(bestOf(fresh(search(Sampler.random(), schedule, seed), all())));
            parzen += Math.log(bestOf(fresh(search(Sampler.parzen(), schedule, seed), all())));
        }
        assertThat(parzen / 40).isLessThan(chance / 40 - Math.log(2));
    }

    @Test
    void halvingGoesOnWithTheBestThird() throws Exception {
        var outcome = fresh(search(Sampler.random(), Schedule.halving(2, 9, 3), 4), all());
        assertThat(outcome.results())
                .extracting(result -> result.trial().budget())
                .containsExactly(
                        1.0 / 9, 1.0 / 9, 1.0 / 9, 1.0 / 9, 1.0 / 9, 1.0 / 9, 1.0 / 9, 1.0 / 9, 1.0 / 9, 1.0 / 3,
                        1.0 / 3, 1.0 / 3, 1.0, 1.0 / 9, 1.0 / 9, 1.0 / 9, 1.0 / 9, 1.0 / 9, 1.0 / 9, 1.0 / 9, 1.0 / 9,
                        1.0 / 9, 1.0 / 3, 1.0 / 3, 1.0 / 3, 1.0);
        assertThat(outcome.results()).hasSize(Schedule.halving(2, 9, 3).trials());
        assertThat(Schedule.halving(2, 9, 3).effort()).isCloseTo(6, within(1e-9));
        assertThat(outcome.best().orElseThrow().trial().budget()).isEqualTo(1);
        double least = outcome.results().stream()
                .limit(9)
                .mapToDouble(TrialResult::objective)
                .min()
                .orElseThrow();
        assertThat(outcome.results().get(12).objective()).isEqualTo(least);
    }

    @Test
    void lostTrialsCostOnlyThemselves() throws Exception {
        var outcome = fresh(
                search(Sampler.parzen(), Schedule.full(24), 3),
                new FakeTrials(SearchTest::distance, number -> number % 3 == 1));
        assertThat(outcome.lost()).isGreaterThan(4);
        assertThat(outcome.best().orElseThrow().trial().number() % 3).isNotEqualTo(1);
        assertThat(outcome.chart("Trials", new io.millwright.plugins.api.Chart.Axis("distance", ""))
                        .results())
                .isEqualTo(outcome.results());
    }

    @Test
    void whenAllAreLostTheSearchEnds() throws Exception {
        var trials = new FakeTrials(SearchTest::distance, number -> true);
        var outcome = fresh(search(Sampler.parzen(), Schedule.full(40), 3), trials);
        assertThat(outcome.best()).isEmpty();
        assertThat(trials.ran()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void endsEarlyWhenNothingGetsBetter() throws Exception {
        var flat = new FakeTrials(trial -> 1, number -> false);
        assertThat(fresh(search(Sampler.random(), Schedule.full(80), 3), flat).results())
                .hasSize(16);
    }

    @Test
    void triesWhatIsKnownFirstAndNothingTwice() throws Exception {
        var small = Space.empty().choice("kind", "a", "b").whole("depth", 1, 3);
        var known = Map.of("kind", "b", "depth", "2");
        var search = new Search(small, Sampler.parzen(), new Schedule(10, 4, 2, 1, 0), 1, List.of(known));
        var outcome = fresh(search, new FakeTrials(trial -> trial.number(), number -> false));
        assertThat(outcome.results().getFirst().trial().parameters()).isEqualTo(known);
        assertThat(outcome.results())
                .extracting(result -> result.trial().parameters())
                .hasSize(6)
                .doesNotHaveDuplicates();
    }

    @Test
    void aKilledSearchGoesOnAndFindsTheSame() throws Exception {
        for (var schedule : List.of(Schedule.full(20), Schedule.halving(2, 9, 3))) {
            var search = search(Sampler.parzen(), schedule, 5);
            var whole = fresh(search, new FakeTrials(SearchTest::distance, number -> number == 2));
            try (var old = Files.newDirectoryStream(Files.createDirectories(folder.resolve("kept")))) {
                for (Path each : old) {
                    Files.delete(each.resolve(SearchJournal.FILE));
                    Files.delete(each);
                }
            }
            var trials = new FakeTrials(SearchTest::distance, number -> number == 2);
            for (int life = 1; life <= 4; life++) {
                int last = life;
                assertThatThrownBy(() -> run(search, trials, last)).isInstanceOf(KeptFolders.Killed.class);
            }
            assertThat(run(search, trials, 0)).isEqualTo(whole);
            assertThat(trials.ran())
                    .doesNotHaveDuplicates()
                    .hasSize(whole.results().size());
        }
    }

    @Test
    void resultsOfAnotherSearchAreNotTaken() throws Exception {
        run(search(Sampler.random(), Schedule.full(8), 5), all(), 0);
        var trials = all();
        run(search(Sampler.random(), Schedule.full(8), 6), trials, 0);
        assertThat(trials.ran()).hasSize(8);
    }

    private static double bestOf(SearchOutcome outcome) {
        return outcome.best().orElseThrow().objective();
    }
}
