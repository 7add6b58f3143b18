package io.millwright.broker.runner;

import io.millwright.plugins.api.Template;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** Finds the one template of an archive. */
final class TemplateLoader {

    private TemplateLoader() {}

    /**
     * The template, with its class loader as the thread's, as native engines expect.
     *
     * @throws DefectiveTemplate when there is none or more than one
     */
    static Template load(AttemptFiles files) throws IOException, DefectiveTemplate {
        var loader = TemplateClassLoader.open(files.template(), engines(files.engines()));
        Thread.currentThread().setContextClassLoader(loader);
        var found = ServiceLoader.load(Template.class, loader).stream().toList();
        if (found.size() != 1) {
            throw new DefectiveTemplate("The template's archive names " + found.size()
                    + " classes in META-INF/services/" + Template.class.getName() + " instead of one.");
        }
        return found.getFirst().get();
    }

    private static List<EngineClassLoader> engines(List<Path> folders) throws IOException {
        var engines = new ArrayList<EngineClassLoader>();
        for (Path folder : folders) {
            engines.add(EngineClassLoader.open(folder));
        }
        return engines;
    }
}
