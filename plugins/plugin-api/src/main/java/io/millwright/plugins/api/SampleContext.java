package io.millwright.plugins.api;

import java.util.List;

/** What {@link Template#generateSample} is given. */
public interface SampleContext extends TemplateContext {

    /** Opens the sample to write; exactly once. */
    TableOutput sample(List<Column> columns);
}
