package io.millwright.broker.runner;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A template's classes, in the layout of PF4J's archives ({@code classes/}, {@code lib/*.jar}). A template sees the JDK, the
 * SPI, JSpecify's annotations, the exported packages of its engines, and its own classes for all else; nothing of the runner.
 */
final class TemplateClassLoader extends URLClassLoader {

    private static final List<String> SHARED = List.of("io.millwright.plugins.api.", "org.jspecify.");

    private final ClassLoader platform = TemplateClassLoader.class.getClassLoader();
    private final List<EngineClassLoader> engines;

    private TemplateClassLoader(URL[] urls, List<EngineClassLoader> engines) {
        super("template", urls, ClassLoader.getPlatformClassLoader());
        this.engines = engines;
    }

    static TemplateClassLoader open(Path folder, List<EngineClassLoader> engines) throws IOException {
        URL[] jars = Jars.in(folder.resolve("lib"));
        URL[] urls = Arrays.copyOf(jars, jars.length + 1);
        urls[jars.length] = folder.resolve("classes").toUri().toURL();
        return new TemplateClassLoader(urls, engines);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        for (String prefix : SHARED) {
            if (name.startsWith(prefix)) {
                return platform.loadClass(name);
            }
        }
        for (EngineClassLoader engine : engines) {
            if (engine.exports(name)) {
                return engine.loadClass(name);
            }
        }
        return super.loadClass(name, resolve);
    }
}
