package io.millwright.portal.ui.audit;

import com.vaadin.flow.spring.annotation.SpringComponent;
import io.millwright.governance.audit.AuditExports;
import io.millwright.governance.audit.AuditTrail;
import io.millwright.portal.ui.kit.Visit;
import io.millwright.tenancy.Caller;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Makes the page of a log: the same for tenants and for the platform. */
@SpringComponent
final class AuditPanels {

    private final AuditTrail trail;
    private final AuditExports exports;

    AuditPanels(AuditTrail trail, AuditExports exports) {
        this.trail = trail;
        this.exports = exports;
    }

    AuditPanel of(Supplier<Caller> caller, Visit visit, Consumer<Map<String, String>> remember) {
        return new AuditPanel(trail, exports, caller, visit, remember);
    }
}
