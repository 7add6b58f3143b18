package io.millwright.portal.ui.jobs;

import io.millwright.plugins.api.TemplateDescriptor;
import io.millwright.portal.ui.kit.Formats;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Tells the options of a job as its form does: columns first, by the template's titles, in its order. What the template that is
 * installed now does not know keeps its name, and comes last.
 */
record OptionTitles(Map<String, String> titles) {

    static final OptionTitles NONE = new OptionTitles(Map.of());

    static OptionTitles of(TemplateDescriptor template) {
        var titles = new LinkedHashMap<String, String>();
        template.roles().forEach(role -> titles.put(role.option(), role.title()));
        template.options().forEach(option -> titles.put(option.name(), option.title()));
        return new OptionTitles(titles);
    }

    void tell(Map<String, String> options, BiConsumer<String, String> each) {
        var left = new TreeMap<>(options);
        titles.forEach((name, title) -> {
            var value = left.remove(name);
            if (value != null) {
                each.accept(title, Formats.option(value));
            }
        });
        left.forEach(each);
    }
}
