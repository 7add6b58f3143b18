package io.millwright.portal.ui.marketplace;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.checkbox.Checkbox;
import io.millwright.plugins.api.Right;
import io.millwright.plugins.host.TemplateVersion;
import io.millwright.portal.ui.kit.Ask;
import io.millwright.portal.ui.kit.El;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/** Asks an administrator to agree to each right that a template version asks for, before it is installed. */
public final class ConsentDialog {

    private ConsentDialog() {}

    /** @param install is given exactly the rights agreed to; what it throws is said in the dialog */
    public static void open(TemplateVersion offered, String act, Consumer<Set<Right>> install) {
        var template = offered.descriptor();
        var dialog =
                Ask.dialog(tr("consent.title", template.name(), template.version()), tr("consent.lede", offered.key()));
        dialog.add(El.h2(tr("consent.may")), new RightsList(template));
        var agreed = EnumSet.noneOf(Right.class);
        var boxes = El.div("mw-stack mw-tight");
        if (!template.rights().isEmpty()) {
            dialog.add(El.h2(tr("consent.asks")), boxes);
        }
        var button = Ask.finish(dialog, act, false, () -> install.accept(Set.copyOf(agreed)));
        button.setEnabled(template.rights().isEmpty());
        template.rights().stream().sorted().forEach(right -> {
            var box = new Checkbox(tr("consent.agree", RightsList.text(right, template)));
            box.addValueChangeListener(change -> {
                if (change.getValue()) {
                    agreed.add(right);
                } else {
                    agreed.remove(right);
                }
                button.setEnabled(agreed.equals(template.rights()));
            });
            boxes.add(box);
        });
    }
}
