package io.millwright.portal.api.operations;

import io.millwright.broker.Usage;
import io.millwright.portal.api.Items;
import io.millwright.portal.api.Operators;
import io.millwright.portal.api.Paging;
import io.millwright.portal.api.Period;
import io.millwright.tenancy.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Operations")
class UsageController {

    private final Usage usage;
    private final Clock clock;

    UsageController(Usage usage, Clock clock) {
        this.usage = usage;
        this.clock = clock;
    }

    @GetMapping("/api/v1/tenants/{tenant}/usage")
    @Operation(
            summary = "What the tenant used of the cluster",
            description =
                    "Jobs submitted and resources held between `from` and `to`; the last thirty days when left out.")
    UsageView ofTenant(
            Caller caller,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        var period = Period.lately(from, to, clock.instant());
        return UsageView.of(usage.of(caller, period.from(), period.to()), period.from(), period.to());
    }

    @GetMapping("/api/v1/usage")
    @Operation(summary = "What every tenant used of the cluster", description = "For operators; audited.")
    Items<UsageView> ofAll(
            @Operators Caller operator,
            Paging paging,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        var period = Period.lately(from, to, clock.instant());
        return paging.cut(
                usage.ofAll(operator, period.from(), period.to()),
                used -> used.tenant().value(),
                used -> UsageView.of(used, period.from(), period.to()));
    }
}
