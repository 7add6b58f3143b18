package io.millwright.templates.fraud;

import io.millwright.templates.fraud.columns.ColumnPlan;
import io.millwright.templates.fraud.columns.Extra;
import io.millwright.templates.fraud.ledger.Transactions;
import io.millwright.templates.learning.report.Notes;
import java.util.Locale;

/** Warns of moments in further columns that lie after the transaction: what will happen is not known when it is scored. */
final class FutureMoments {

    private static final double NOTABLE = 0.01;
    /** Days by which clocks and time zones may differ. */
    private static final float TOLERANCE = 1.5f;

    private FutureMoments() {}

    static void tell(Transactions all, ColumnPlan plan, Notes notes) {
        if (plan.time() == null) {
            return;
        }
        for (int extra = 0; extra < plan.extras().size(); extra++) {
            Extra column = plan.extras().get(extra);
            if (column.kind() == Extra.Kind.MOMENT) {
                double share = shareAfter(all.extras[extra]);
                if (share >= NOTABLE) {
                    notes.warn(
                            "\"%s\" lies after the transaction in %s of its rows; if it is filled in later, leave it out.",
                            column.name(), String.format(Locale.ROOT, "%.0f %%", 100 * share));
                }
            }
        }
    }

    private static double shareAfter(float[] daysBefore) {
        int known = 0;
        int after = 0;
        for (float days : daysBefore) {
            known += Float.isNaN(days) ? 0 : 1;
            after += days < -TOLERANCE ? 1 : 0;
        }
        return known == 0 ? 0 : (double) after / known;
    }
}
