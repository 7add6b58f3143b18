package io.millwright.broker.agent.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SandboxReportTest {

    @Test
    void isCompleteWhereTheKernelHasAll() {
        var report = new SandboxReport(7, true);

        assertThat(report.complete()).isTrue();
        assertThat(report.words()).contains("Landlock 7", "no network").doesNotContain("Lacking");
    }

    @Test
    void namesWhatLacks() {
        assertThat(new SandboxReport(0, true).lacks())
                .singleElement()
                .asString()
                .contains("no Landlock");
        assertThat(new SandboxReport(2, true).lacks())
                .singleElement()
                .asString()
                .contains("older than Linux 6.2");
        assertThat(new SandboxReport(7, false).words()).contains("Lacking: System calls cannot be filtered");
    }

    @Test
    void asksTheKernelWithoutChangingAnything() {
        assertThat(SandboxReport.probe()).isEqualTo(SandboxReport.probe());
    }
}
