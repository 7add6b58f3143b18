package io.millwright.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.plugins.api.TemplateException;

/** How a template says no. */
final class Refusals {

    private Refusals() {}

    /** Of kind USER, with a stable code, a message and a remedy in sentences. */
    static void areClear(Throwable thrown) {
        assertThat(thrown)
                .describedAs("a refusal that people can act on; thrown: %s", thrown)
                .isInstanceOfSatisfying(TemplateException.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(TemplateException.Kind.USER);
                    assertThat(refusal.code()).matches("[a-z0-9]+(-[a-z0-9]+)*");
                    assertThat(refusal.getMessage()).isNotBlank().hasSizeGreaterThan(10);
                    assertThat(refusal.remedy()).isNotBlank();
                });
    }

    /** Something that may succeed or be refused, and does nothing else. */
    interface Attempt {
        void run() throws Exception;
    }

    /** Passes when the attempt succeeds or refuses clearly. */
    static void orSuccess(Attempt attempt) {
        try {
            attempt.run();
        } catch (Exception thrown) {
            areClear(thrown);
        }
    }
}
