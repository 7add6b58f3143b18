package io.millwright.templates.maintenance.odd;

import io.millwright.plugins.api.Chart;
import io.millwright.templates.maintenance.fleet.Fleet;
import io.millwright.templates.maintenance.fleet.TimeAxis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Pictures of odd behaviour, of training and of scoring. */
final class OddCharts {

    private static final int POINTS = 300;
    private static final int SHOWN = 60;

    private final Fleet fleet;
    private final TimeAxis time;

    OddCharts(Fleet fleet) {
        this.fleet = fleet;
        this.time = new TimeAxis(fleet);
    }

    /** The score along the time of each machine, beside the limit; machines with most above it first. */
    Chart.Fans timeline(double[] smoothed, double limit) {
        List<Chart.Fan> fans = IntStream.range(0, fleet.size())
                .filter(asset -> fleet.end(asset) > fleet.first(asset))
                .mapToObj(asset -> fan(asset, smoothed, limit))
                .sorted(Comparator.comparingDouble(Chart.Fan::badness).reversed())
                .limit(Chart.Fans.MAX_FANS)
                .toList();
        return new Chart.Fans(
                "timeline", "How odd each machine was along its time", time.axis(), new Chart.Axis("Score", ""), fans);
    }

    private Chart.Fan fan(int asset, double[] smoothed, double limit) {
        int first = fleet.first(asset);
        int rows = fleet.end(asset) - first;
        int points = Math.min(POINTS, rows);
        List<Double> x = new ArrayList<>();
        List<Double> score = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        int alarms = 0;
        for (int point = 0; point < points; point++) {
            int from = first + (int) ((long) point * rows / points);
            int to = first + (int) ((long) (point + 1) * rows / points);
            double most = 0;
            for (int row = from; row < to; row++) {
                most = Math.max(most, smoothed[row]);
                alarms += smoothed[row] >= limit ? 1 : 0;
            }
            x.add(time.at(from));
            score.add(most);
            limits.add(limit);
        }
        return new Chart.Fan(
                fleet.assets().get(asset),
                (double) alarms / rows,
                List.of(String.format(Locale.ROOT, "Alarm in %,d of %,d rows.", alarms, rows)),
                new Chart.Series("Score", x, score),
                new Chart.Series("Limit", x, limits),
                List.of());
    }

    /** When which machine was odd, and why. */
    Chart.Grid episodes(List<Episode> episodes, List<List<String>> reasons) {
        List<List<String>> rows = new ArrayList<>();
        IntStream.range(0, episodes.size())
                .boxed()
                .sorted(Comparator.comparingDouble(at -> -episodes.get(at).score()))
                .limit(SHOWN)
                .forEach(at -> rows.add(List.of(
                        fleet.assets().get(episodes.get(at).asset()),
                        time.text(episodes.get(at).from()),
                        time.text(episodes.get(at).to()),
                        String.format(Locale.ROOT, "%.1f", episodes.get(at).score()),
                        String.join("; ", reasons.get(at)))));
        return new Chart.Grid(
                "episodes", "When machines were odd, and why", List.of("Machine", "From", "To", "Score", "Why"), rows);
    }

    /** Which channels are odd in alarms, as shares. */
    static Chart.Bars sensors(double[] counts, List<String> names) {
        double all =
                IntStream.range(0, counts.length).mapToDouble(at -> counts[at]).sum();
        List<Chart.Bar> bars = IntStream.range(0, counts.length)
                .mapToObj(at -> new Chart.Bar(names.get(at), all == 0 ? 0 : counts[at] / all))
                .sorted(Comparator.comparingDouble(Chart.Bar::value).reversed())
                .limit(20)
                .toList();
        return new Chart.Bars("sensors", "Which sensors are odd in alarms", "%", bars);
    }
}
