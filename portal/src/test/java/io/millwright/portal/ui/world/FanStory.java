package io.millwright.portal.ui.world;

import io.millwright.plugins.api.Chart.Band;
import io.millwright.plugins.api.Chart.Fan;
import io.millwright.plugins.api.Chart.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Forecasts with what came. */
final class FanStory {

    private static final int HOUR = 3_600;
    private static final int WEEK = 168;
    private static final int AHEAD = 48;

    private FanStory() {}

    /** The remaining life of an engine, cycle by cycle. */
    static Fan engine(int number, Random chance) {
        var life = 130 + chance.nextInt(150);
        var off = chance.nextGaussian() * 12;
        var x = new ArrayList<Double>();
        var actual = new ArrayList<Double>();
        var expected = new ArrayList<Double>();
        for (var cycle = 1; cycle <= life; cycle++) {
            double left = Math.min(125, life - cycle);
            x.add((double) cycle);
            actual.add(left);
            expected.add(Math.max(0, left + (left < 125 ? off * left / 125 : 0) + chance.nextGaussian() * 2));
        }
        return new Fan(
                "Engine " + number,
                Math.abs(off),
                List.of("At the end %.0f cycles off".formatted(Math.abs(off)), "Lasted %d cycles".formatted(life)),
                new Series("was left", x, actual),
                new Series("was said", x, expected),
                List.of(band(.9, expected, 22)));
    }

    /** A week and two days of a store, hour by hour; the days ahead are forecast. */
    static Fan store(int number, Random chance) {
        var x = new ArrayList<Double>();
        var actual = new ArrayList<Double>();
        for (var hour = 0; hour < WEEK + AHEAD; hour++) {
            x.add(1_500_000_000.0 + HOUR * hour);
            actual.add(100 + number + 30 * Math.sin(hour / 24.0 * 2 * Math.PI) + chance.nextGaussian() * 5);
        }
        var expected = actual.subList(WEEK, actual.size()).stream()
                .map(value -> value + chance.nextGaussian() * 5)
                .toList();
        var badness = chance.nextDouble();
        return new Fan(
                "Store " + number,
                badness,
                List.of("Scaled error %.2f".formatted(badness), "Repeats daily and weekly"),
                new Series("sold", x, actual),
                new Series("expected", x.subList(WEEK, x.size()), expected),
                List.of(band(.95, expected, 20), band(.8, expected, 11)));
    }

    private static Band band(double level, List<Double> middle, double half) {
        return new Band(
                level,
                middle.stream().map(value -> Math.max(0, value - half)).toList(),
                middle.stream().map(value -> value + half).toList());
    }
}
