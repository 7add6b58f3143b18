package io.millwright.portal.ui.marketplace;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.millwright.plugins.api.Right;
import io.millwright.plugins.api.TemplateDescriptor;
import io.millwright.portal.ui.kit.Chip;
import io.millwright.portal.ui.kit.Chip.Tone;
import java.util.stream.Collectors;

/** What a template may do, generated from its description: what all may, what this one asks for, what none ever may. */
public final class RightsList extends UnorderedList {

    public RightsList(TemplateDescriptor template) {
        addClassName("mw-rights");
        add(new ListItem(tr("rights.read")), new ListItem(tr("rights.write")));
        template.rights().stream().sorted().forEach(right -> {
            var item = new ListItem(text(right, template));
            item.addClassName("asks");
            add(item);
        });
        var never = new ListItem(tr("rights.never"));
        never.addClassName("never");
        add(never);
    }

    static String text(Right right, TemplateDescriptor template) {
        var engines = template.engines().stream()
                .map(engine -> engine.name() + " " + engine.version())
                .collect(Collectors.joining(", "));
        return tr("rights." + right.name(), engines);
    }

    static Chip signed() {
        return new Chip(Tone.GOOD, tr("market.signed"));
    }

    static Chip risk(TemplateDescriptor template) {
        return new Chip(
                template.riskClass() == TemplateDescriptor.RiskClass.HIGH ? Tone.WARN : Tone.PLAIN,
                tr("risk." + template.riskClass().name()));
    }
}
