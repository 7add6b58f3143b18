package io.millwright.templates.fraud.features;

import io.millwright.templates.fraud.ledger.ByEntity;
import io.millwright.templates.fraud.ledger.Transactions;
import java.util.ArrayList;
import java.util.List;

/**
 * What was known of the terminal when the transaction came: labels count only once they are older than the delay.
 */
final class TerminalFeatures implements FeatureGroup {

    private final FeatureRecipe recipe;

    TerminalFeatures(FeatureRecipe recipe) {
        this.recipe = recipe;
    }

    @Override
    public List<Feature> features() {
        List<Feature> features = new ArrayList<>();
        for (int days : recipe.windowsDays()) {
            features.add(new Feature(
                    "terminalCount" + days,
                    "Terminal's known payments, " + days + " d",
                    "terminal",
                    value -> Words.count(value, "known transaction", "known transactions") + " at this terminal in "
                            + Words.days(days)));
            features.add(new Feature(
                    "terminalFraudShare" + days,
                    "Terminal's known fraud share, " + days + " d",
                    "terminal",
                    value -> Words.percent(value) + " known fraud at this terminal over " + Words.days(days)));
        }
        features.add(new Feature(
                "unexplainedFrauds",
                "Terminal's frauds that no card explains",
                "terminal",
                value -> Words.count(value, "fraud", "frauds") + " at this terminal that no card explains"));
        features.add(new Feature(
                "fraudRunAge",
                "Age of the terminal's run of fraud",
                "terminal",
                value -> "terminal's run of fraud began " + Words.days(value) + " ago"));
        features.add(new Feature(
                "sinceGenuine",
                "Since the terminal's last genuine payment in a run",
                "terminal",
                value -> "last known genuine transaction at this terminal " + Words.days(value) + " before its fraud"));
        return features;
    }

    @Override
    public void fill(Transactions all, float[][] into) {
        ByEntity terminals = ByEntity.of(all.terminal);
        TerminalPast past = new TerminalPast(recipe, all, terminals.rows());
        long informed = informed(all);
        for (int terminal = 0; terminal < terminals.entities(); terminal++) {
            int start = terminals.start()[terminal];
            int end = terminals.start()[terminal + 1];
            past.begin(start, end);
            for (int at = start; at < end; at++) {
                int row = terminals.rows()[at];
                past.advance(Math.min(all.time[row], informed));
                int column = 0;
                for (int window = 0; window < recipe.windowsDays().size(); window++) {
                    int known = past.known(window);
                    into[column++][row] = known;
                    into[column++][row] = known == 0 ? 0 : (float) past.frauds(window) / known;
                }
                into[column++][row] = past.unexplained();
                into[column++][row] = (float) past.runAgeDays();
                into[column][row] = (float) past.sinceGenuineDays();
            }
        }
    }

    /**
     * Until when labels come in, give or take a day. Later on, as in a file that is scored long after the training, a terminal
     * without known transactions is not new: what is known of it stays as it was.
     */
    private long informed(Transactions all) {
        long latest = Transactions.NO_TIME;
        for (int row = 0; row < all.size(); row++) {
            latest = all.label[row] == Transactions.UNKNOWN ? latest : Math.max(latest, all.time[row]);
        }
        return latest == Transactions.NO_TIME ? Long.MAX_VALUE : latest + (recipe.delayDays() + 1) * Transactions.DAY;
    }
}
