package io.millwright.portal.api;

import io.millwright.portal.OidcProperties;
import io.millwright.portal.Release;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Identity;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The OpenAPI document at {@code /api/openapi.json}: what holds for all paths, once. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String ABOUT = """
            Everything that can be done in the portal can be done here; both call the same services.

            * **Sign in**: a bearer token of the issuer that `GET /api/v1/info` names, meant for the audience `millwright-api`.
            * **Resources** carry `id` and `links`; lists are `{items, next}`; send `next` as `after` for the next page.
            * **Errors** are problem documents (RFC 9457) with a stable `code` and a `remedy`: what to do next.
            * **Creating** takes an `Idempotency-Key`: the same request sent again gives the first answer again.
            * **Actions** are `POST …:verb`. Times are RFC 3339 in UTC. Unknown fields are refused.
            """;

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, Identity.class);
    }

    @Bean
    OpenAPI openApi(Release release, OidcProperties oidc) {
        var token = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("An access token of " + oidc.issuer());
        var problem = new ObjectSchema()
                .description("RFC 9457")
                .addProperty("type", new StringSchema().example("urn:millwright:problem:role-required"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema().example(403))
                .addProperty("detail", new StringSchema().description("What is wrong, in a sentence."))
                .addProperty("instance", new StringSchema())
                .addProperty("code", new StringSchema().description("Stable.").example("role-required"))
                .addProperty("remedy", new StringSchema().description("What to do next."));
        return new OpenAPI()
                .info(new Info()
                        .title("Millwright")
                        .version(release.version())
                        .description(ABOUT)
                        .license(new License().name("Apache-2.0")))
                .components(new Components().addSecuritySchemes("token", token).addSchemas("Problem", problem))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }

    @Bean
    OpenApiCustomizer conventions() {
        return document -> {
            document.getPaths().values().forEach(path -> path.readOperations()
                    .forEach(operation -> operation.getResponses().addApiResponse("default", problem())));
            document.getPaths().forEach((address, path) -> {
                var post = path.getPost();
                if (post != null && creates(address)) {
                    post.addParametersItem(new HeaderParameter()
                            .name(Once.HEADER)
                            .description("Makes it safe to send the request again.")
                            .schema(new StringSchema().maxLength(Once.MAX_KEY)));
                }
            });
        };
    }

    /** Actions change what is there and exports change nothing; the others create. */
    private static boolean creates(String address) {
        return !address.endsWith("/exports") && (!address.contains(":") || address.endsWith(":retrain"));
    }

    private static ApiResponse problem() {
        Schema<?> reference = new Schema<>().$ref("#/components/schemas/Problem");
        return new ApiResponse()
                .description("A problem")
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(reference)));
    }
}
