package io.millwright.portal.testing;

import io.millwright.governance.audit.AuditExports;
import io.millwright.governance.audit.AuditLog;
import io.millwright.governance.audit.AuditTrail;
import io.millwright.governance.datasets.Datasets;
import io.millwright.governance.models.Models;
import io.millwright.tenancy.ChangeRecorder;
import io.millwright.tenancy.MillwrightException;
import java.lang.reflect.Proxy;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

@TestConfiguration
public class GovernanceStandIn {
    @Bean
    ChangeRecorder recorder() {
        return (c, x) -> {};
    }

    @Bean
    AuditLog log() {
        return of(AuditLog.class);
    }

    @Bean
    AuditTrail trail() {
        return of(AuditTrail.class);
    }

    @Bean
    AuditExports exports() {
        return of(AuditExports.class);
    }

    @Bean
    Datasets datasets() {
        return of(Datasets.class);
    }

    @Bean
    Models models() {
        return of(Models.class);
    }

    private static <T> T of(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (p, m, a) -> {
            if (m.getReturnType() == void.class) return null;
            if (m.getDeclaringClass() == Object.class)
                return m.getName().equals("equals")
                        ? (Object) (p == a[0])
                        : m.getName().equals("hashCode") ? (Object) 1 : type.getSimpleName();
            throw MillwrightException.missing("thing", m.getName());
        }));
    }
}
