package io.millwright.broker.runner;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/** One engine pack: its jars, of which templates see the packages that its {@code engine.properties} exports. */
final class EngineClassLoader extends URLClassLoader {

    private final List<String> exports;

    private EngineClassLoader(Path folder, URL[] jars, List<String> exports) {
        super("engine " + folder.getFileName(), jars, ClassLoader.getPlatformClassLoader());
        this.exports = exports;
    }

    static EngineClassLoader open(Path folder) throws IOException {
        var facts = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve("engine.properties"))) {
            facts.load(reader);
        }
        List<String> exports = Arrays.stream(facts.getProperty("exports", "").split("[,\\s]+"))
                .filter(prefix -> !prefix.isEmpty())
                .toList();
        return new EngineClassLoader(folder, Jars.in(folder.resolve("lib")), exports);
    }

    /** Whether templates may see a class. */
    boolean exports(String className) {
        for (String prefix : exports) {
            if (className.startsWith(prefix) && className.startsWith(".", prefix.length())
                    || className.startsWith(prefix + ".")) {
                return true;
            }
        }
        return false;
    }
}
