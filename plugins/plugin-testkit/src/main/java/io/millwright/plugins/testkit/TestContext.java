package io.millwright.plugins.testkit;

import io.millwright.plugins.api.OptionValues;
import io.millwright.plugins.api.Progress;
import io.millwright.plugins.api.Resources;
import io.millwright.plugins.api.TemplateContext;
import java.nio.file.Path;

/** What every call of a template is given, as plain values. */
record TestContext(OptionValues options, long seed, Resources resources, Path scratch, Progress progress)
        implements TemplateContext {}
