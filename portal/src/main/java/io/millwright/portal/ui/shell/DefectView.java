package io.millwright.portal.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.InternalServerError;
import io.millwright.portal.ui.kit.Texts;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A defect of ours: an id that stands in the log too, never a stack trace. */
@PermitAll
class DefectView extends InternalServerError implements HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(DefectView.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        var id = UUID.randomUUID();
        LOG.atError()
                .addKeyValue("error", id)
                .setCause(parameter.getCaughtException())
                .log("A page failed");
        var page = new Words();
        page.say(Texts.tr("error.defect"), Texts.tr("error.defect.remedy"), id.toString());
        getElement().removeAllChildren();
        getElement().appendChild(page.getElement());
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return Texts.tr("error.defect") + " · " + Texts.tr("trouble.title");
    }

    private static final class Words extends Trouble {}
}
