package io.millwright.templates.fraud.scoring;

import io.millwright.plugins.api.OptionValues;
import io.millwright.plugins.api.TableInput;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.fraud.columns.ColumnFinder;
import io.millwright.templates.fraud.columns.ColumnPlan;
import io.millwright.templates.fraud.columns.Role;
import io.millwright.templates.fraud.features.FeatureBuilder;
import io.millwright.templates.fraud.features.FeatureTable;
import io.millwright.templates.fraud.ledger.Debits;
import io.millwright.templates.fraud.ledger.Remembered;
import io.millwright.templates.fraud.ledger.TransactionReader;
import io.millwright.templates.fraud.ledger.Transactions;
import io.millwright.templates.fraud.model.Recipe;
import io.millwright.templates.learning.encoding.LabelReader;
import io.millwright.templates.learning.encoding.TableProfile;
import io.millwright.templates.learning.report.Notes;
import org.jspecify.annotations.Nullable;

/**
 * The features of a file to be scored, computed by the code that training uses, on the transactions the model remembers
 * followed by those of the file.
 *
 * @param plan the model's, with the names of this file
 */
public record PastAndFile(ColumnPlan plan, FeatureTable table) {

    /** @throws TemplateException of kind USER when a column is missing or cannot be read */
    public static PastAndFile of(TableInput file, OptionValues options, Recipe recipe, Remembered memory, Notes notes)
            throws TemplateException {
        TableProfile profile = TableProfile.of(file);
        ColumnPlan plan = named(recipe.columns(), profile, options);
        TransactionReader reader = new TransactionReader(file, profile, plan, new LabelReader(recipe.outcomes(), true));
        Transactions all = reader.read(memory);
        if (recipe.features().turnsAmounts()) {
            Debits.turn(all);
        }
        if (reader.strays() > 0) {
            notes.warn(
                    "The times of %,d rows are years from nearly all others; these rows are scored without a past.",
                    reader.strays());
        }
        if (!reader.missingExtras().isEmpty()) {
            notes.warn(
                    "The file lacks columns that the model learnt from; they count as unknown: %s.",
                    Notes.list(reader.missingExtras()));
        }
        if (memory.size() > 0 && all.size() > 0 && forgotten(memory, all)) {
            notes.info(
                    "The file begins before the model's memory ends; from there on only its own rows count as past.");
        }
        FeatureTable table =
                new FeatureBuilder(recipe.features(), plan.parts(), plan.extras(), plan.series()).build(all);
        return new PastAndFile(plan, table);
    }

    private static boolean forgotten(Remembered memory, Transactions all) {
        int remembered = 0;
        while (remembered < all.size() && all.remembered(remembered)) {
            remembered++;
        }
        return remembered < memory.size();
    }

    /** The plan with the columns that a person chose for this file, where it has them. */
    private static ColumnPlan named(ColumnPlan plan, TableProfile profile, OptionValues options) {
        return new ColumnPlan(
                chosen(Role.LABEL.option(), plan.label(), profile, options, plan.label()),
                chosen(Role.TIME.option(), plan.time(), profile, options),
                plan.timeFormat(),
                plan.clock(),
                chosen(Role.AMOUNT.option(), plan.amount(), profile, options),
                chosen(Role.CUSTOMER.option(), plan.customer(), profile, options),
                chosen(Role.TERMINAL.option(), plan.terminal(), profile, options),
                chosen(Role.TRANSACTION.option(), plan.transaction(), profile, options),
                plan.protectedColumn(),
                plan.extras(),
                plan.series());
    }

    private static String chosen(
            String option, @Nullable String trained, TableProfile profile, OptionValues options, String otherwise) {
        String name = chosen(option, trained, profile, options);
        return name == null ? otherwise : name;
    }

    private static @Nullable String chosen(
            String option, @Nullable String trained, TableProfile profile, OptionValues options) {
        if (trained == null) {
            return null;
        }
        return options.text(option)
                .filter(name -> !name.equalsIgnoreCase(ColumnFinder.NONE))
                .filter(name -> profile.column(name).isPresent())
                .orElse(trained);
    }
}
