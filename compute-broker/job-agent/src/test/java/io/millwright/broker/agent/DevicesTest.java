package io.millwright.broker.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevicesTest {

    @TempDir
    Path system;

    @BeforeEach
    void driver() throws IOException {
        Path dev = Files.createDirectories(system.resolve("dev"));
        for (String name : List.of("nvidia0", "nvidia1", "nvidiactl", "nvidia-uvm")) {
            Files.createFile(dev.resolve(name));
        }
        Path bus = Files.createDirectories(system.resolve("proc/driver/nvidia/gpus/0000:01:00.0"));
        Files.writeString(bus.resolve("information"), "Model: \t\t NVIDIA H100\nDevice Minor: \t 1\n");
    }

    @Test
    void onlyWhatWasGrantedIsThereToBeOpened() throws IOException {
        var second = new Devices(List.of(1), system);
        assertThat(second.files())
                .extracting(file -> system.relativize(file).toString())
                .containsExactly("dev/nvidiactl", "dev/nvidia-uvm", "dev/nvidia1");
        assertThat(second.threads()).containsExactly(system.resolve("proc/self/task"));
        assertThat(second.libraryPath()).as("among those of the system").isEmpty();
        Path mounted = Files.createDirectories(system.resolve("usr/local/nvidia"));
        assertThat(second.facts()).contains(mounted);
        assertThat(second.libraryPath()).contains(mounted + "/lib64:" + mounted + "/lib");
        assertThat(second.visible()).isEqualTo("1");
        assertThat(second.words()).isEqualTo("GPU 1 (NVIDIA H100)");
        assertThat(new Devices(List.of(0, 1), system).words()).isEqualTo("GPU 0, GPU 1 (NVIDIA H100)");
    }

    @Test
    void withoutAGrantAllAreHidden() {
        var none = new Devices(List.of(), system);
        assertThat(none.files()).isEmpty();
        assertThat(none.facts()).isEmpty();
        assertThat(none.threads()).isEmpty();
        assertThat(none.libraryPath()).isEmpty();
        assertThat(none.visible()).isEmpty();
        assertThat(none.words()).isEqualTo("processor");
    }

    @Test
    void outsideOfRayNothingIsGranted() {
        assertThat(RayDevices.granted()).isEmpty();
    }
}
