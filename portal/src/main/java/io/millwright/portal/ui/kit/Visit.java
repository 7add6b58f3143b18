package io.millwright.portal.ui.kit;

import com.vaadin.flow.router.BeforeEnterEvent;
import io.millwright.tenancy.Ids;
import io.millwright.tenancy.MillwrightException;
import java.util.UUID;

/** The address that somebody came to: parameters of the path and of the query, checked. */
public record Visit(BeforeEnterEvent event) {

    /** A part of the path, empty when it is not there. */
    public String part(String name) {
        return event.getRouteParameters().get(name).orElse("");
    }

    /** @throws MillwrightException of kind MISSING when it is not an identity */
    public UUID id(String what) {
        return Ids.parse(what, part(what));
    }

    /** @throws MillwrightException of kind MISSING when it is not a number from 1 */
    public int number(String what) {
        try {
            return Math.max(1, Integer.parseInt(part(what)));
        } catch (NumberFormatException noNumber) {
            throw MillwrightException.missing(what, part(what));
        }
    }

    /** A parameter of the query, empty when it is not there. */
    public String query(String name) {
        return event.getLocation().getQueryParameters().getSingleParameter(name).orElse("");
    }
}
