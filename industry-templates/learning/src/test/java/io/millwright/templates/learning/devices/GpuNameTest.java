package io.millwright.templates.learning.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GpuNameTest {

    @TempDir
    Path cards;

    @Test
    void namesTheCardThatWasGranted() throws IOException {
        card("0000:00:06.0", "Model: \t\t NVIDIA A10\nIRQ:   \t\t 41\nDevice Minor: \t 1\n");
        card("0000:00:07.0", "Model: \t\t NVIDIA H200\nIRQ:   \t\t 42\nDevice Minor: \t 0\n");

        assertThat(GpuName.read(cards, "0")).contains("NVIDIA H200");
        assertThat(GpuName.read(cards, "1,0")).contains("NVIDIA A10");
        assertThat(GpuName.read(cards, "")).as("all were").contains("NVIDIA A10");
    }

    @Test
    void saysNothingWhereNothingIsShown() throws IOException {
        assertThat(GpuName.read(cards.resolve("none"), "0")).isEmpty();
        card("0000:00:06.0", "");
        assertThat(GpuName.read(cards, "")).isEmpty();
    }

    private void card(String bus, String information) throws IOException {
        Files.writeString(Files.createDirectories(cards.resolve(bus)).resolve("information"), information);
    }
}
