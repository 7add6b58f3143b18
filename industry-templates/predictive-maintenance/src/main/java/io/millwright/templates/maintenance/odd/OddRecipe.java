package io.millwright.templates.maintenance.odd;

import io.millwright.plugins.api.ModelInput;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.learning.files.SavedFiles;
import io.millwright.templates.maintenance.columns.ColumnPlan;
import io.millwright.templates.maintenance.conditions.Conditions;
import io.millwright.templates.maintenance.fleet.Fleet;
import io.millwright.templates.maintenance.model.ModelFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import tools.jackson.core.JacksonException;

/**
 * The whole model, as JSON.
 *
 * @param limit smoothed score from which on there is an alarm
 * @param rarity how rare scores are among normal rows
 */
record OddRecipe(
        int format,
        String task,
        ColumnPlan columns,
        Fleet.TimeUnit unit,
        Conditions conditions,
        Channels channels,
        NormalState state,
        Persistence persistence,
        double limit,
        Rarity rarity)
        implements ModelFolder.Named {

    static final String TASK = "odd behaviour";

    /** @throws TemplateException of kind USER when the file is missing, damaged or of a later layout */
    static OddRecipe read(ModelInput input) throws TemplateException {
        try {
            OddRecipe recipe = ModelFolder.read(input, OddRecipe.class);
            int channels = recipe.channels().count();
            if (recipe.state().usual().length != channels * Sign.values().length
                    || recipe.state().movement().length != channels
                    || recipe.state().relations().precision().length != channels
                    || recipe.state().scaling().centre().length
                            != recipe.conditions().count()
                    || recipe.rarity().scores().length == 0
                    || recipe.rarity().scores().length != recipe.rarity().shares().length) {
                throw SavedFiles.damaged("parts that do not fit together");
            }
            return recipe;
        } catch (IOException
                | UncheckedIOException
                | JacksonException
                | IllegalArgumentException
                | NullPointerException bad) {
            throw SavedFiles.damaged(bad);
        }
    }
}
