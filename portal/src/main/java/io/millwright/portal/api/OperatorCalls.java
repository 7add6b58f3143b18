package io.millwright.portal.api;

import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Identity;
import io.millwright.tenancy.Members;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.Origin;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;

/** Makes operators of people who are members of the platform, and refuses everybody else. */
@Component
public class OperatorCalls {

    private final Members members;

    OperatorCalls(Members members) {
        this.members = members;
    }

    public Caller caller(Identity identity, String address) {
        Caller caller;
        try {
            caller = members.caller(identity, TenantId.PLATFORM, new Origin(Origin.Channel.API, address));
        } catch (MillwrightException noMember) {
            throw MillwrightException.refused(
                    "operator-required",
                    "This is for operators of the installation, and %s is none.".formatted(identity.user()),
                    "Ask an operator.");
        }
        caller.require(Role.OPERATOR);
        return caller;
    }

    public boolean isOperator(Identity identity) {
        return members.membershipsOf(identity).stream()
                .anyMatch(place -> place.tenant().id().equals(TenantId.PLATFORM)
                        && place.roles().contains(Role.OPERATOR));
    }

    static String address(NativeWebRequest request) {
        return Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class))
                .getRemoteAddr();
    }
}
