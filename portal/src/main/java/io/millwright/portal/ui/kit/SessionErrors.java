package io.millwright.portal.ui.kit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.millwright.tenancy.MillwrightException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Turns what a click threw into a notice: our own errors as they are, defects as an id that stands in the log too. */
@Component
class SessionErrors implements VaadinServiceInitListener {

    private static final Logger LOG = LoggerFactory.getLogger(SessionErrors.class);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(session -> session.getSession().setErrorHandler(SessionErrors::tell));
    }

    private static void tell(ErrorEvent event) {
        var problem = ours(event.getThrowable());
        if (problem == null) {
            var id = UUID.randomUUID();
            LOG.atError()
                    .addKeyValue("error", id)
                    .setCause(event.getThrowable())
                    .log("A view failed");
            show(Texts.tr("error.defect"), Texts.tr("error.defect.remedy"), id.toString());
        } else {
            show(problem.sentence(), problem.remedy(), problem.code());
        }
    }

    private static void show(String sentence, String remedy, String code) {
        var ui = UI.getCurrent();
        if (ui != null) {
            ui.access(() -> Notices.failed(sentence, remedy, code));
        }
    }

    static @org.jspecify.annotations.Nullable MillwrightException ours(
            @org.jspecify.annotations.Nullable Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof MillwrightException problem) {
                return problem;
            }
        }
        return null;
    }
}
