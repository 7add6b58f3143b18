package io.millwright.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A Python that Ray can be installed with: 3.10 or newer, able to make virtual environments. */
record Python(Path program, int minor) {

    static final int OLDEST = 10;
    /** Ray's wheels are made for certain versions; a newer Python finds none. */
    static final int NEWEST = 14;

    private static final List<String> NAMES =
            List.of("python3", "python3.13", "python3.12", "python3.11", "python3.10", "python3.14");
    private static final String QUESTION = "import sys, venv, ensurepip; print(sys.version_info[1], sys.executable)";

    /** The first fitting Python on the search path. */
    static Optional<Python> find() {
        return NAMES.stream()
                .map(name -> Tool.of(name, "-c", QUESTION).output().flatMap(Python::parse))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Why there is none, as half a sentence. */
    static String whyNone() {
        var plain = Tool.of("python3", "-c", "import sys; print('%d.%d' % sys.version_info[:2])")
                .output();
        return plain.map(version -> "the Python here is " + version
                        + ", or lacks the venv module (Debian: apt-get install python3-venv)")
                .orElse("there is no Python 3.%d or newer on the PATH".formatted(OLDEST));
    }

    static Optional<Python> parse(String answer) {
        var words = answer.strip().split(" ", 2);
        if (words.length < 2 || !words[0].matches("\\d+")) {
            return Optional.empty();
        }
        int minor = Integer.parseInt(words[0]);
        return minor >= OLDEST && minor <= NEWEST
                ? Optional.of(new Python(Path.of(words[1]), minor))
                : Optional.empty();
    }
}
