package io.millwright.portal.api.tenants;

import io.millwright.portal.OidcProperties;
import io.millwright.portal.PortalProperties;
import io.millwright.portal.Release;
import io.millwright.portal.api.Links;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "People and tenants")
class InfoController {

    private final Info info;

    InfoController(PortalProperties portal, OidcProperties oidc, Release release) {
        this.info = new Info(
                "Millwright",
                release.version(),
                oidc.issuer().toString(),
                oidc.cliClientId(),
                oidc.audience(),
                portal.demo(),
                Links.at(Links.ROOT + "/info")
                        .to("me", Links.at(Links.ROOT + "/me"))
                        .to("openapi", Links.at("/api/openapi.json"))
                        .map());
    }

    @GetMapping("/api/v1/info")
    @SecurityRequirements
    @Operation(
            summary = "What this installation is and where to get a token",
            description =
                    "Public. Get a token from `issuer` as the client `cliClientId`; in demo mode with the password grant.")
    Info info() {
        return info;
    }

    record Info(
            String name,
            String version,
            String issuer,
            String cliClientId,
            String audience,
            boolean demo,
            Map<String, String> links) {}
}
