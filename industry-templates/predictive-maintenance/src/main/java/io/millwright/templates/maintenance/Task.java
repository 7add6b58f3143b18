package io.millwright.templates.maintenance;

import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.api.TrainingContext;
import io.millwright.plugins.api.TrialContext;
import io.millwright.plugins.api.Understanding;
import io.millwright.templates.learning.report.Notes;
import java.util.List;
import java.util.Map;

/** What is asked of a file; each answer is a recipe of its own. */
sealed interface Task permits RunToFailure, FailureAhead, OddBehaviour {

    /** Its name as a choice of the option {@code task}. */
    String name();

    /** The file as this question sees it. */
    Reading reading();

    /** The question in a sentence. */
    String sentence();

    /** What was found, title to words. */
    Map<String, String> facts();

    /** What each preset will take on so many cores. */
    List<Understanding.Estimate> estimates(Settings settings, int cores);

    /** Learns, judges and tells. */
    void train(TrainingContext context, Settings settings, Notes notes) throws TemplateException, InterruptedException;

    /** Tries parameters; refused where there is nothing to try. */
    void trial(TrialContext context, Settings settings) throws TemplateException, InterruptedException;
}
