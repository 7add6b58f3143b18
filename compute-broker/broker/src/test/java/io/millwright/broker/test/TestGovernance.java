package io.millwright.broker.test;

import io.millwright.governance.audit.AuditEvent;
import io.millwright.governance.audit.AuditLog;
import io.millwright.governance.datasets.DatasetColumn;
import io.millwright.governance.datasets.DatasetId;
import io.millwright.governance.datasets.DatasetVersion;
import io.millwright.governance.datasets.Datasets;
import io.millwright.governance.datasets.Lineage;
import io.millwright.governance.datasets.PreparedTable;
import io.millwright.governance.datasets.Profile;
import io.millwright.governance.datasets.SourceFormat;
import io.millwright.governance.models.Models;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Change;
import io.millwright.tenancy.ChangeRecorder;
import io.millwright.tenancy.ObjectRef;
import io.millwright.tenancy.TenantId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
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
                    return switch (method.getName()) {
                        case "prepareResult" -> prepared(arguments);
                        case "createFromResult" -> created(arguments);
                        default -> throw new UnsupportedOperationException(method.toString());
                    };
                }));
    }

    @SuppressWarnings("unchecked")
    private static PreparedTable prepared(Object[] arguments) throws IOException {
        var csv = (InputStream) arguments[3];
        var bytes = csv.readAllBytes();
        boolean packed = bytes.length > 1 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
        var plain = packed ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes;
        long rows = new String(plain, StandardCharsets.UTF_8).lines().count() - 1;
        var object = new ObjectRef("a".repeat(64), 1);
        return new PreparedTable(
                (TenantId) arguments[0],
                rows,
                (List<DatasetColumn>) arguments[1],
                (String) arguments[2],
                new SourceFormat(SourceFormat.Kind.DELIMITED_TEXT, true, "UTF-8", ",", true, List.of()),
                object,
                object,
                object,
                new Profile(rows, List.of(), List.of()));
    }

    private static DatasetVersion created(Object[] arguments) {
        var caller = (Caller) arguments[0];
        var table = (PreparedTable) arguments[2];
        return new DatasetVersion(
                UUID.randomUUID(),
                new DatasetId(UUID.randomUUID()),
                (String) arguments[1],
                (int) table.rows(),
                table.rows(),
                table.columns(),
                table.filename(),
                table.format(),
                table.given(),
                table.parquet(),
                table.canonical(),
                (Lineage) arguments[3],
                Instant.now(),
                caller.user());
    }
}
