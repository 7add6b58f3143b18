package io.millwright.plugins.testkit;

import io.millwright.plugins.api.Template;
import io.millwright.plugins.api.TemplateContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.ServiceLoader;

/**
 * Build step of every template: writes {@code descriptor.json}, what the platform knows about the template without running
 * its code, and {@code plugin.properties}, what PF4J wants to know.
 */
public final class DescriptorTool {

    /** Version of the layout of descriptor.json. */
    static final int FORMAT = 1;

    private DescriptorTool() {}

    /**
     * Called by the build with the template on the class path.
     *
     * @param arguments the folder to write to, the folder of the template's classes, and the version of plugin-api that the
     *     template was compiled against
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("arguments: <folder> <classes> <version of plugin-api>");
        }
        var classes = Path.of(arguments[1]).toUri().toURL();
        var templates = ServiceLoader.load(Template.class).stream()
                .filter(template -> template.type()
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .equals(classes))
                .toList();
        if (templates.size() != 1) {
            throw new IllegalStateException(
                    "an archive holds exactly one template, registered in META-INF/services/%s; found %s"
                            .formatted(Template.class.getName(), templates));
        }
        write(templates.getFirst().get(), Path.of(arguments[0]), arguments[2]);
    }

    /** Writes both files, for a template at hand. */
    public static void write(Template template, Path folder, String api) throws IOException {
        var descriptor = template.descriptor();
        var document = new LinkedHashMap<String, Object>();
        document.put("format", FORMAT);
        document.put("api", api);
        document.put("template", descriptor);
        document.put("hasSample", hasSample(template));
        document.put("inspects", overrides(template, "inspect"));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("descriptor.json"), Json.write(document) + "\n");
        Files.writeString(folder.resolve("plugin.properties"), """
                plugin.id=%s
                plugin.version=%s
                plugin.requires=%s
                plugin.provider=%s
                """.formatted(
                        descriptor.id(),
                        descriptor.version(),
                        ">=" + api.replace("-SNAPSHOT", ""),
                        template.getClass().getName()));
    }

    /** Whether a template brings a sample: whether it overrides the method that would refuse. */
    static boolean hasSample(Template template) {
        return overrides(template, "generateSample");
    }

    /** Whether a template overrides a default method of {@link Template}. */
    static boolean overrides(Template template, String method) {
        return Arrays.stream(template.getClass().getMethods())
                .anyMatch(each -> each.getName().equals(method)
                        && each.getParameterCount() == 1
                        && TemplateContext.class.isAssignableFrom(each.getParameterTypes()[0])
                        && each.getDeclaringClass() != Template.class);
    }
}
