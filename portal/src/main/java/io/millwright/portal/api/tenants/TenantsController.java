package io.millwright.portal.api.tenants;

import io.millwright.portal.api.Answers;
import io.millwright.portal.api.Fields;
import io.millwright.portal.api.Items;
import io.millwright.portal.api.Once;
import io.millwright.portal.api.OperatorCalls;
import io.millwright.portal.api.Operators;
import io.millwright.portal.api.Paging;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Identity;
import io.millwright.tenancy.Members;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.Origin;
import io.millwright.tenancy.TenantId;
import io.millwright.tenancy.Tenants;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tenants")
@Tag(name = "People and tenants")
class TenantsController {

    private final Tenants tenants;
    private final Members members;
    private final OperatorCalls operators;
    private final Once once;

    TenantsController(Tenants tenants, Members members, OperatorCalls operators, Once once) {
        this.tenants = tenants;
        this.members = members;
        this.operators = operators;
        this.once = once;
    }

    @GetMapping
    @Operation(summary = "All tenants, by name", description = "For operators. Members find theirs under `/me`.")
    Items<TenantView> list(@Operators Caller operator, Paging paging) {
        return paging.cut(tenants.list(operator), tenant -> tenant.id().value(), TenantView::of);
    }

    @PostMapping
    @Operation(
            summary = "Create a tenant",
            description = "For operators. The first administrator needs an account of that name to sign in.")
    ResponseEntity<?> create(@Operators Caller operator, @RequestBody NewTenant body, HttpServletRequest request) {
        var name = Fields.required("name", body.name());
        var id = new TenantId(Fields.required("id", body.id()));
        return once.around(operator, request, body, () -> {
            var admin = body.admin() == null ? operator.user() : body.admin();
            return Answers.created(TenantView.of(tenants.create(operator, id, name, admin)));
        });
    }

    @GetMapping("/{tenant}")
    @Operation(summary = "One tenant", description = "For its members and for operators.")
    TenantView get(Identity identity, @PathVariable String tenant, HttpServletRequest request) {
        var id = existing(tenant);
        return TenantView.of(tenants.get(reader(identity, id, request.getRemoteAddr()), id));
    }

    @PatchMapping("/{tenant}")
    @Operation(summary = "Rename a tenant", description = "For operators. The short name in addresses stays.")
    TenantView change(@Operators Caller operator, @PathVariable String tenant, @RequestBody TenantChange body) {
        return TenantView.of(tenants.rename(operator, existing(tenant), Fields.required("name", body.name())));
    }

    @PostMapping("/{tenant}:suspend")
    @Operation(summary = "Stop all work of a tenant's members until it is resumed", description = "For operators.")
    TenantView suspend(
            @Operators Caller operator,
            @PathVariable String tenant,
            @RequestBody(required = false) @Nullable Reason body) {
        return TenantView.of(tenants.suspend(operator, existing(tenant), Reason.of(body)));
    }

    @PostMapping("/{tenant}:resume")
    @Operation(summary = "Let a suspended tenant's members work again", description = "For operators.")
    TenantView resume(
            @Operators Caller operator,
            @PathVariable String tenant,
            @RequestBody(required = false) @Nullable Reason body) {
        return TenantView.of(tenants.resume(operator, existing(tenant), Reason.of(body)));
    }

    private Caller reader(Identity identity, TenantId id, String address) {
        return operators.isOperator(identity)
                ? operators.caller(identity, address)
                : members.caller(identity, id, new Origin(Origin.Channel.API, address));
    }

    private static TenantId existing(String tenant) {
        try {
            return new TenantId(tenant);
        } catch (MillwrightException impossible) {
            throw MillwrightException.missing("tenant", tenant);
        }
    }

    record NewTenant(
            @Schema(description = "Short name in addresses; never changes.", example = "third") @Nullable
            String id,

            @Schema(description = "What people call it.", example = "Third Ltd") @Nullable
            String name,

            @Schema(
                    description = "User name of the first administrator; yourself when left out.",
                    example = "acme-analyst")
            @Nullable
            String admin) {}

    record TenantChange(
            @Schema(example = "Third Ltd") @Nullable String name) {}

    record Reason(
            @Schema(description = "In your words, for the audit log.", example = "Contract ended") @Nullable
            String reason) {
        static String of(@Nullable Reason body) {
            return body == null || body.reason() == null ? "" : body.reason();
        }
    }
}
