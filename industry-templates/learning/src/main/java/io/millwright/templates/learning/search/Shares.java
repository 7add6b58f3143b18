package io.millwright.templates.learning.search;

import java.util.Random;

/** How often each word was chosen; every word counts once more, so that none is ruled out. */
record Shares(double[] shares) implements Density {
    static Shares of(double[] positions, Dimension.Choice choice) {
        int words = choice.values().size();
        double[] shares = new double[words];
        for (double position : positions) {
            shares[choice.index(position)] += 1;
        }
        for (int word = 0; word < words; word++) {
            shares[word] = (shares[word] + 1) / (positions.length + words);
        }
        return new Shares(shares);
    }

    @Override
    public double at(double position) {
        return shares[Math.min(shares.length - 1, (int) (position * shares.length))];
    }

    @Override
    public double draw(Random random) {
        double left = random.nextDouble();
        int word = 0;
        while (word < shares.length - 1 && left >= shares[word]) {
            left -= shares[word];
            word++;
        }
        return (word + 0.5) / shares.length;
    }
}
