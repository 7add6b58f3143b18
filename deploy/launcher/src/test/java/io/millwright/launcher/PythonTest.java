package io.millwright.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PythonTest {

    @Test
    void takesWhatRayHasWheelsFor() {
        assertThat(Python.parse("11 /usr/bin/python3")).contains(new Python(Path.of("/usr/bin/python3"), 11));
        assertThat(Python.parse("9 /usr/bin/python3")).isEmpty();
        assertThat(Python.parse("99 /usr/bin/python3")).isEmpty();
        assertThat(Python.parse("")).isEmpty();
    }
}
