package io.millwright.broker.test;

import io.millwright.governance.audit.AuditEvent;
import io.millwright.governance.audit.AuditLog;
import io.millwright.governance.datasets.Datasets;
import io.millwright.governance.models.Models;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Change;
import io.millwright.tenancy.ChangeRecorder;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stands in for governance where a test needs no datasets and no models. */
@Configuration(proxyBeanMethods = false)
public class TestGovernance {

    /** What was audited, a line each. */
    public static final List<String> AUDITED = new CopyOnWriteArrayList<>();

    @Bean
    ChangeRecorder changeRecorder() {
        return new ChangeRecorder() {
            @Override
            public void record(Caller caller, Change change) {
                AUDITED.add(caller.tenant() + " " + caller.user() + " " + change.action() + " " + change.objectId());
            }
        };
    }

    @Bean
    AuditLog auditLog() {
        return new AuditLog() {
            @Override
            public void append(Caller caller, AuditEvent event) {
                AUDITED.add(caller.tenant() + " " + caller.user() + " " + event.action() + " " + event.objectId());
            }

            @Override
            public void appendApart(Caller caller, AuditEvent event) {
                append(caller, event);
            }
        };
    }

    @Bean
    Datasets datasets() {
        return absent(Datasets.class);
    }

    @Bean
    Models models() {
        return absent(Models.class);
    }

    private static <T> T absent(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return method.getName().equals("hashCode")
                                ? 1
                                : method.getName().equals("equals") ? false : "absent";
                    }
                    throw new UnsupportedOperationException(method.toString());
                }));
    }
}
