package io.millwright.templates.fraud.evaluation;

import io.millwright.templates.fraud.ledger.Transactions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Of the customers one would call each day, the share who had a fraud that day (card precision top-k of the Fraud Detection
 * Handbook). A customer who was found is not called again.
 */
public final class CardPrecision {

    private record Card(int customer, double score, boolean fraud) {
        Card and(Card other) {
            return new Card(customer, Math.max(score, other.score), fraud || other.fraud);
        }
    }

    private CardPrecision() {}

    /** What a perfect model would reach: there may be fewer customers with a fraud than calls. */
    public static double best(int calls, Judged judged, Transactions all) {
        double[] truth = new double[judged.labels().length];
        for (int at = 0; at < truth.length; at++) {
            truth[at] = judged.labels()[at];
        }
        return at(calls, new Judged(judged.rows(), truth, judged.labels()), all);
    }

    /** The mean over the days; NaN without rows that have a time and a customer. */
    public static double at(int calls, Judged judged, Transactions all) {
        Map<Integer, Map<Integer, Card>> days = new TreeMap<>();
        for (int at = 0; at < judged.rows().length; at++) {
            int row = judged.rows()[at];
            if (all.hasTime(row) && all.customer[row] >= 0) {
                Card card = new Card(all.customer[row], judged.probabilities()[at], judged.labels()[at] == 1);
                days.computeIfAbsent(all.day(row), day -> new HashMap<>()).merge(card.customer(), card, Card::and);
            }
        }
        Set<Integer> found = new HashSet<>();
        double sum = 0;
        for (Map<Integer, Card> day : days.values()) {
            List<Card> called = new ArrayList<>(day.values());
            called.removeIf(card -> found.contains(card.customer()));
            called.sort(Comparator.comparingDouble(Card::score).reversed().thenComparingInt(Card::customer));
            int hits = 0;
            for (Card card : called.subList(0, Math.min(calls, called.size()))) {
                if (card.fraud()) {
                    hits++;
                    found.add(card.customer());
                }
            }
            sum += (double) hits / calls;
        }
        return sum / days.size();
    }
}
