package io.millwright.portal.api.tenants;

import io.millwright.portal.api.Fields;
import io.millwright.portal.api.Links;
import io.millwright.tenancy.Identity;
import io.millwright.tenancy.Members;
import io.millwright.tenancy.Members.Membership;
import io.millwright.tenancy.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "People and tenants")
class MeController {

    private final Members members;

    MeController(Members members) {
        this.members = members;
    }

    @GetMapping("/api/v1/me")
    @Operation(summary = "Who the token speaks for, with memberships and roles")
    Me me(Identity identity) {
        var places = members.membershipsOf(identity).stream()
                .collect(Collectors.partitioningBy(place -> place.tenant().id().equals(TenantId.PLATFORM)));
        return new Me(
                identity.subject(),
                identity.user(),
                identity.name(),
                identity.email(),
                places.getOrDefault(false, List.of()).stream().map(Place::of).toList(),
                places.getOrDefault(true, List.of()).stream()
                        .flatMap(place -> roles(place).stream())
                        .toList(),
                Links.at(Links.ROOT + "/me").map());
    }

    private static List<String> roles(Membership place) {
        return place.roles().stream().map(Fields::spelled).sorted().toList();
    }

    record Me(
            String id,
            String user,
            String name,
            String email,
            List<Place> memberships,
            List<String> platformRoles,
            Map<String, String> links) {}

    record Place(String tenant, String name, String state, List<String> roles, Map<String, String> links) {
        static Place of(Membership membership) {
            var tenant = membership.tenant();
            return new Place(
                    tenant.id().value(),
                    tenant.name(),
                    tenant.state().name(),
                    MeController.roles(membership),
                    TenantView.links(tenant.id()));
        }
    }
}
