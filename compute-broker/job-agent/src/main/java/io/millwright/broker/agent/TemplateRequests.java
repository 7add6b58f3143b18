package io.millwright.broker.agent;

/** What a template asks of its agent while it runs. Called on the thread that reads the template's output: be quick. */
interface TemplateRequests {

    /** Nothing is asked for yet. */
    TemplateRequests NONE = name -> {};

    /** A checkpoint lies among the outputs. */
    void checkpoint(String name);
}
