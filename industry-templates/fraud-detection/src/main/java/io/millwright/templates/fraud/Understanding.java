package io.millwright.templates.fraud;

import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.fraud.columns.ColumnPlan;
import io.millwright.templates.fraud.columns.ColumnSeries;
import io.millwright.templates.fraud.columns.Extra;
import io.millwright.templates.fraud.columns.SeriesPlan;
import io.millwright.templates.fraud.features.FeatureTable;
import io.millwright.templates.fraud.ledger.Days;
import io.millwright.templates.fraud.ledger.Transactions;
import io.millwright.templates.learning.encoding.LabelReader;
import io.millwright.templates.learning.report.Notes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells in words how a file was understood. */
final class Understanding {

    private static final Pattern FRAUD = Pattern.compile("fraud|betrug|frode|oszust|scam|chargeback|bedrog");

    /** Rows of the rarer sort below which figures are rough. */
    private static final int FEW = 30;

    private static final Pattern PROTECTED = Pattern.compile(
            "(^|[^a-z])(sex|gender|geschlecht|sexe|sexo|genre|genero|género|sesso|race|ethnic\\w*|religion|nationality|"
                    + "nationalität|nationalité|disability|marital\\w*)([^a-z]|$)");

    private Understanding() {}

    static void tell(ColumnPlan plan, LabelReader labels, Notes notes) {
        List<String> parts = new ArrayList<>();
        part(parts, plan.label(), "outcome");
        part(parts, plan.time(), "time");
        part(parts, plan.clock(), "time of day");
        part(parts, plan.amount(), "amount");
        part(parts, plan.customer(), "customer");
        part(parts, plan.terminal(), "terminal");
        part(parts, plan.transaction(), "transaction number");
        part(parts, plan.protectedColumn(), "protected attribute");
        notes.info("Understood: %s.", String.join(", ", parts));
        if (!labels.sure()) {
            notes.warn("\"%s\" was taken to mean yes in \"%s\", because it is rarer.", labels.yes(), plan.label());
        }
        if (!plan.extras().isEmpty()) {
            notes.info(
                    "Further columns learnt from: %s.",
                    Notes.list(plan.extras().stream().map(Extra::name).toList()));
        }
        if (plan.timeFormat() != null && plan.timeFormat().endsWith("from a start")) {
            notes.warn(
                    "\"%s\" was read as %s, so weekdays are not known.",
                    String.valueOf(plan.time()), plan.timeFormat());
        }
        if (plan.time() == null) {
            notes.warn("There is no column of time: the model was judged on rows chosen by chance, and knows no past.");
        }
        for (Extra extra : plan.extras()) {
            if (PROTECTED.matcher(extra.name().toLowerCase(Locale.ROOT)).find()) {
                notes.info(
                        "\"%s\" may be a protected attribute: choose it as such to leave it out and to compare groups.",
                        extra.name());
            }
            if (FRAUD.matcher(extra.name().toLowerCase(Locale.ROOT)).find()) {
                notes.warn(
                        "\"%s\" sounds like an outcome; make sure it is known at the moment of scoring.", extra.name());
            }
        }
    }

    static void tell(SeriesPlan plan, Notes notes) {
        if (!plan.series().isEmpty()) {
            notes.info(
                    "Taken for the same thing at several times: %s%s.",
                    String.join(
                            ", ",
                            plan.series().stream().map(ColumnSeries::title).toList()),
                    plan.limits().isEmpty() ? "" : "; measured against " + Notes.list(plan.limits()));
        }
    }

    static void tellStrays(int strays, ColumnPlan plan, Notes notes) {
        if (strays > 0) {
            notes.warn(
                    "In %,d rows \"%s\" is years from nearly all others; these times count as unknown.",
                    strays, String.valueOf(plan.time()));
        }
    }

    static void tellDebits(boolean debits, ColumnPlan plan, Notes notes) {
        if (debits) {
            notes.info(
                    "Most of \"%s\" is below 0: these amounts are read as payments, with the other sign.",
                    String.valueOf(plan.amount()));
        }
    }

    static void tellOdd(Transactions all, ColumnPlan plan, Notes notes) {
        int unlabelled = 0;
        int positives = 0;
        int timeless = 0;
        int priceless = 0;
        for (int row = 0; row < all.size(); row++) {
            unlabelled += all.label[row] == Transactions.UNKNOWN ? 1 : 0;
            positives += all.label[row] == 1 ? 1 : 0;
            timeless += all.hasTime(row) ? 0 : 1;
            priceless += Double.isNaN(all.amount[row]) ? 1 : 0;
        }
        if (positives < FEW || all.size() - unlabelled - positives < FEW) {
            notes.warn(
                    "Only %d of %,d rows are of the rarer sort: the figures are rough, and may be luck.",
                    Math.min(positives, all.size() - unlabelled - positives), all.size() - unlabelled);
        }
        tell(notes, unlabelled, "have no outcome and were not learnt from");
        tell(notes, plan.time() == null ? 0 : timeless, "have no readable time and were not learnt from");
        tell(notes, plan.amount() == null ? 0 : priceless, "have no readable amount");
    }

    private static void tell(Notes notes, int rows, String what) {
        if (rows > 0) {
            notes.warn("%,d rows %s.", rows, what);
        }
    }

    static void refuseNothingToLearn(FeatureTable table) throws TemplateException {
        if (table.features().isEmpty()) {
            throw TemplateException.user(
                    "nothing-to-learn-from",
                    "Beside the outcome the file has no column that could be learnt from.",
                    "Bring a file with amounts, times, customers or other columns known at the moment of scoring.");
        }
    }

    /** What a positive row is called. */
    static String cases(ColumnPlan plan, LabelReader labels) {
        String words = (plan.label() + " " + labels.yes()).toLowerCase(Locale.ROOT);
        boolean payments = plan.time() != null && plan.amount() != null;
        return payments || FRAUD.matcher(words).find() ? "fraud" : "positive cases";
    }

    /** Which rows, in words. */
    static String span(Transactions all, int[] rows) {
        if (rows.length == 0 || !all.hasTime(rows[0])) {
            return String.format(Locale.ROOT, "all %,d rows", rows.length);
        }
        return String.format(
                Locale.ROOT,
                "%,d rows of %s to %s",
                rows.length,
                Days.title(all.day(rows[0])),
                Days.title(all.day(rows[rows.length - 1])));
    }

    private static void part(List<String> parts, @Nullable String column, String role) {
        if (column != null) {
            parts.add("\"" + column + "\" is the " + role);
        }
    }
}
