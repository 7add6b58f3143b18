package io.millwright.portal.ui.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import io.millwright.tenancy.MillwrightException;

/** Short news at the edge of the page: what was done, or what is wrong and what to do next. */
public final class Notices {

    private Notices() {}

    /** Says that something was done. Goes away by itself. */
    public static void done(String sentence) {
        var notice = new Notification(sentence, 5000, Notification.Position.BOTTOM_END);
        notice.addThemeVariants(NotificationVariant.LUMO_SUCCESS);
        notice.open();
    }

    /** Says what is wrong and what to do. Stays until it is closed: nobody should have to read fast. */
    public static void failed(MillwrightException problem) {
        failed(problem.sentence(), problem.remedy(), problem.code());
    }

    static void failed(String sentence, String remedy, String code) {
        var notice = new Notification();
        notice.setPosition(Notification.Position.BOTTOM_END);
        notice.setDuration(0);
        notice.setAssertive(true);
        notice.addThemeVariants(NotificationVariant.LUMO_ERROR);
        var words = El.div("mw-notice", El.strong(sentence), El.span("remedy", remedy), El.span("code", code));
        var close = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> notice.close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        close.setAriaLabel(Texts.tr("notice.close"));
        var line = El.div("mw-row", words, close);
        line.getStyle().set("flex-wrap", "nowrap").set("align-items", "flex-start");
        notice.add(line);
        notice.open();
    }
}
