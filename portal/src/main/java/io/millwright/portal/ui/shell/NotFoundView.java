package io.millwright.portal.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteNotFoundError;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Texts;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/** An address that leads nowhere. */
@PermitAll
class NotFoundView extends RouteNotFoundError implements HasDynamicTitle {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        var page = new Words();
        page.say(
                Texts.tr("trouble.nothing"),
                Texts.tr("trouble.nothing.remedy"),
                "/" + event.getLocation().getPath());
        getElement().removeAllChildren();
        getElement().appendChild(page.getElement());
        El.classed(page, "mw-trouble");
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return Texts.tr("trouble.nothing") + " · " + Texts.tr("trouble.title");
    }

    private static final class Words extends Trouble {}
}
