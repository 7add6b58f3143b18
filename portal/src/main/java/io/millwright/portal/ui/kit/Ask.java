package io.millwright.portal.ui.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.millwright.tenancy.MillwrightException;
import java.util.function.Consumer;

/** Questions before something is done: they name the consequence. Problems are said in the dialog, which then stays. */
public final class Ask {

    private Ask() {}

    /** Asks whether to go on. */
    public static void confirm(String title, String consequence, String act, Runnable then) {
        var dialog = dialog(title, consequence);
        finish(dialog, act, false, then);
    }

    /** Asks for a reason, which may be empty. */
    public static void reason(String title, String consequence, String act, Consumer<String> then) {
        var dialog = dialog(title, consequence);
        var reason = new TextField(Texts.tr("ask.reason"));
        reason.setMaxLength(500);
        reason.setWidthFull();
        reason.setHelperText(Texts.tr("ask.reason.help"));
        dialog.add(reason);
        finish(dialog, act, false, () -> then.accept(reason.getValue().strip()));
        reason.focus();
    }

    /** Asks to have the name typed: for what cannot be undone or stops others. */
    public static void typed(String title, String consequence, String name, String act, Consumer<String> then) {
        var dialog = dialog(title, consequence);
        var typed = new TextField(Texts.tr("ask.type", name));
        typed.setWidthFull();
        typed.setAutocorrect(false);
        typed.setValueChangeMode(ValueChangeMode.EAGER);
        var reason = new TextField(Texts.tr("ask.reason"));
        reason.setMaxLength(500);
        reason.setWidthFull();
        dialog.add(typed, reason);
        var button =
                finish(dialog, act, true, () -> then.accept(reason.getValue().strip()));
        button.setEnabled(false);
        typed.addValueChangeListener(
                change -> button.setEnabled(change.getValue().strip().equals(name)));
        typed.focus();
    }

    /** A dialog for a form: the act stays open and says what is wrong when it is refused. */
    public static Dialog dialog(String title, String sentence) {
        var dialog = new Dialog(title);
        dialog.setWidth("min(560px, 94vw)");
        if (!sentence.isBlank()) {
            dialog.add(El.p("mw-muted", sentence));
        }
        dialog.getElement().getClassList().add("mw-dialog");
        return dialog;
    }

    /** Puts the buttons below a dialog and opens it. */
    public static Button finish(Dialog dialog, String act, boolean dangerous, Runnable then) {
        var problem = El.div("");
        dialog.add(problem);
        var button = new Button(act, click -> {
            problem.removeAll();
            try {
                then.run();
                dialog.close();
            } catch (MillwrightException refused) {
                problem.add(new Note(Chip.Tone.BAD, refused.sentence(), El.small(refused.remedy())));
            }
        });
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        if (dangerous) {
            button.addThemeVariants(ButtonVariant.LUMO_ERROR);
        }
        dialog.getFooter().add(new Button(Texts.tr("ask.cancel"), click -> dialog.close()), button);
        dialog.open();
        return button;
    }
}
