package io.millwright.portal.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import io.millwright.tenancy.MillwrightException;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/** Our own errors as a page: not there, not allowed, not now. */
@PermitAll
class TroubleView extends Trouble implements HasErrorParameter<MillwrightException> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<MillwrightException> parameter) {
        var problem = parameter.getException();
        say(problem.sentence(), problem.remedy(), problem.code());
        return switch (problem.kind()) {
            case MISSING -> HttpServletResponse.SC_NOT_FOUND;
            case REFUSED -> HttpServletResponse.SC_FORBIDDEN;
            case USER -> HttpServletResponse.SC_BAD_REQUEST;
            case CONFLICT -> HttpServletResponse.SC_CONFLICT;
            case RESOURCES, EXTERNAL -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
            case INTERNAL -> HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        };
    }
}
