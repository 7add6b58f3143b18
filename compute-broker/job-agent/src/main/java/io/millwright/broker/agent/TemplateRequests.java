package io.millwright.broker.agent;

/** What a template asks of its agent while it runs. Called on the thread that reads the template's output: be quick. */
interface TemplateRequests {

    /** A checkpoint lies among the outputs. */
    void checkpoint(String name);

    /** @param fields number, budget, then names and values of parameters */
    void trial(String[] fields);

    /** Nothing is served yet. */
    final class None implements TemplateRequests {
        @Override
        public void checkpoint(String name) {}

        @Override
        public void trial(String[] fields) {}
    }
}
