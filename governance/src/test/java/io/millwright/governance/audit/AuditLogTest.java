package io.millwright.governance.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.governance.GovernanceTest;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.DatabaseProperties;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.Origin;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.TenantId;
import java.sql.DriverManager;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AuditLogTest extends GovernanceTest {

    @Autowired
    AuditLog log;

    @Autowired
    AuditTrail trail;

    @Autowired
    DatabaseProperties database;

    private long before() {
        return trail.size(as("ann", Role.AUDITOR));
    }

    @Test
    void an_entry_tells_who_did_what_and_hashes_to_its_leaf() {
        var caller = as("ann", Role.ENGINEER);
        transactions.run(
                caller,
                () -> log.append(
                        caller,
                        AuditEvent.of("dataset.renamed", "dataset", "42")
                                .before(Map.of("name", "a"))
                                .after(Map.of("name", "b", "rows", 3L))
                                .because("it was wrong")));
        var entry = newest();
        assertThat(entry.actor()).isEqualTo("ann");
        assertThat(entry.origin()).isEqualTo(caller.origin());
        assertThat(entry.json())
                .isEqualTo(("{\"action\":\"dataset.renamed\",\"actor\":\"ann\",\"address\":\"192.0.2.7\","
                                + "\"after\":{\"name\":\"b\",\"rows\":3},\"before\":{\"name\":\"a\"},\"channel\":\"API\","
                                + "\"index\":%d,\"objectId\":\"42\",\"objectType\":\"dataset\",\"reason\":\"it was wrong\","
                                + "\"tenant\":\"%s\",\"time\":\"%s\"}")
                        .formatted(entry.index(), tenant, Times.text(entry.time())));
        assertThat(entry.leafHash()).isEqualTo(HexFormat.of().formatHex(Leaf.hash(entry.json())));
    }

    @Test
    void numbers_have_no_gaps_whatever_fails_and_however_many_write() throws Exception {
        var start = before();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = IntStream.range(0, 120)
                    .mapToObj(i -> (Callable<Boolean>) () -> appendOrFail(i))
                    .toList();
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
        var entries =
                trail.search(as("ann", Role.AUDITOR), AuditQuery.ALL, null, 500).items();
        var expected = LongStream.range(0, start + 80).boxed().toList().reversed();
        assertThat(entries.stream().map(AuditEntry::index).toList()).isEqualTo(expected);
        assertThat(entries.stream().map(AuditEntry::time).toList().reversed()).isSorted();
    }

    private boolean appendOrFail(int i) {
        var caller = as("ann", Role.ENGINEER);
        try {
            transactions.run(caller, () -> {
                log.append(caller, AuditEvent.of("thing.made", "thing", Integer.toString(i)));
                if (i % 3 == 0) {
                    throw new IllegalStateException("rolled back");
                }
            });
            return true;
        } catch (IllegalStateException rolledBack) {
            return false;
        }
    }

    @Test
    void opposite_orders_of_locks_do_not_wait_for_each_other() throws Exception {
        sql.sql("SELECT 1").query(Integer.class).single();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = IntStream.range(0, 40)
                    .mapToObj(i -> (Callable<Boolean>) () -> {
                        var caller = as("ann", Role.ENGINEER);
                        transactions.run(caller, () -> {
                            if (i % 2 == 0) {
                                log.append(caller, AuditEvent.of("thing.made", "thing", "x"));
                            }
                            sql.sql("SELECT id FROM member WHERE user_name = 'ann' FOR UPDATE")
                                    .query()
                                    .listOfRows();
                            if (i % 2 == 1) {
                                log.append(caller, AuditEvent.of("thing.made", "thing", "y"));
                            }
                        });
                        return true;
                    })
                    .toList();
            for (var done : threads.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        }
    }

    @Test
    void an_entry_apart_outlives_the_transaction_it_was_made_in() {
        var start = before();
        var caller = as("eve");
        assertThatThrownBy(() -> transactions.run(caller, () -> {
                    log.append(caller, AuditEvent.of("thing.made", "thing", "1"));
                    log.appendApart(caller, AuditEvent.of("access.refused", "dataset", "2"));
                    throw new IllegalStateException("refused");
                }))
                .hasMessage("refused");
        assertThat(before()).isEqualTo(start + 1);
        assertThat(newest().event().action()).isEqualTo("access.refused");
    }

    @Test
    void an_entry_needs_a_transaction() {
        assertThatThrownBy(() -> log.append(as("ann"), AuditEvent.of("thing.made", "thing", "1")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> AuditEvent.of("Made a thing", "thing", "1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nobody_changes_or_removes_an_entry() {
        for (var statement : List.of(
                "UPDATE audit_entry SET actor = 'nobody'",
                "DELETE FROM audit_entry",
                "TRUNCATE audit_entry",
                "DELETE FROM audit_counter",
                "UPDATE audit_counter SET next_index = 0")) {
            assertThatThrownBy(() ->
                            transactions.run(as("ann"), () -> sql.sql(statement).update()))
                    .as(statement)
                    .rootCause()
                    .hasMessageMatching("(?s).*(permission denied|only moves on).*");
        }
    }

    @Test
    void not_even_the_owner_of_the_tables_rewrites_the_log() throws Exception {
        try (var owner = DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword());
                var statement = owner.createStatement()) {
            for (var rewrite : List.of("UPDATE audit_entry SET actor = 'x'", "TRUNCATE audit_entry")) {
                assertThatThrownBy(() -> statement.execute(rewrite)).hasMessageContaining("append-only");
            }
        }
    }

    @Test
    void an_entry_whose_hash_is_not_that_of_its_text_is_refused() {
        assertThatThrownBy(() -> transactions.run(as("ann"), () -> sql.sql(
                                "INSERT INTO audit_entry VALUES (:t, 100000, now(), 'a', 'API', '', 'a.b', 'x', 'y',"
                                        + " '{}', '\\x00')")
                        .param("t", tenant.value())
                        .update()))
                .rootCause()
                .hasMessageContaining("audit_entry_check");
    }

    @Test
    void a_tenant_sees_its_own_log_only() {
        var caller = as("ann", Role.AUDITOR);
        transactions.run(caller, () -> log.append(caller, AuditEvent.of("secret.kept", "thing", "1")));
        assertThat(trail.actions(caller)).contains("secret.kept", "tenant.created");
        assertThat(trail.actions(inOther(Role.AUDITOR))).doesNotContain("secret.kept");
        assertThat(transactions.call(inOther(Role.AUDITOR), () -> sql.sql("SELECT DISTINCT tenant_id FROM audit_entry")
                        .query(String.class)
                        .list()))
                .containsExactly(other.value());
        assertThatThrownBy(() ->
                        transactions.run(inOther(), () -> sql.sql("INSERT INTO audit_counter VALUES (:t, 0, now())")
                                .param("t", "platform")
                                .update()))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void what_operators_do_stands_in_both_logs() {
        tenants.suspend(OPERATOR, tenant, "unpaid");
        assertThat(newest().event().action()).isEqualTo("tenant.suspended");
        assertThat(newest().event().reason()).isEqualTo("unpaid");
        var platform = trail.search(OPERATOR, AuditQuery.of("tenant", tenant.value()), null, 10);
        assertThat(platform.items())
                .extracting(entry -> entry.event().action())
                .containsExactly("tenant.suspended", "tenant.created");
    }

    @Test
    void filters_and_pages() {
        var caller = as("ann", Role.AUDITOR);
        transactions.run(caller, () -> {
            for (var i = 0; i < 25; i++) {
                log.append(caller, AuditEvent.of(i % 5 == 0 ? "model.approved" : "model.submitted", "model", "m" + i));
            }
            log.append(
                    as("joe"),
                    AuditEvent.of("dataset.uploaded", "dataset", "d1").because("100% of_it"));
        });
        var first = trail.search(caller, query(null, "model", null), null, 10);
        var second = trail.search(caller, query(null, "model", null), first.next(), 10);
        var third = trail.search(caller, query(null, "model", null), second.next(), 10);
        assertThat(first.items()).hasSize(10);
        assertThat(first.items().getFirst().event().objectId()).isEqualTo("m24");
        assertThat(second.items().getFirst().event().objectId()).isEqualTo("m14");
        assertThat(third.items()).hasSize(5);
        assertThat(third.next()).isNull();
        assertThat(trail.search(caller, query(null, "model.approved", null), null, 50)
                        .items())
                .hasSize(5);
        assertThat(trail.search(caller, query("joe", null, null), null, 50).items())
                .hasSize(1);
        assertThat(trail.search(caller, query(null, null, "100% OF_IT"), null, 50)
                        .items())
                .hasSize(1);
        assertThat(trail.search(caller, query(null, null, "100%it"), null, 50).items())
                .isEmpty();
        assertThat(trail.search(caller, AuditQuery.of("model", "m3"), null, 50).items())
                .hasSize(1);
    }

    @Test
    void only_auditors_and_administrators_read() {
        assertThat(trail.size(as("ann", Role.ADMIN))).isPositive();
        assertThatThrownBy(() -> trail.search(as("joe", Role.ENGINEER, Role.APPROVER), AuditQuery.ALL, null, 1))
                .isInstanceOf(MillwrightException.class);
        assertThatThrownBy(() -> trail.size(new Caller(TenantId.PLATFORM, "ann", Set.of(Role.ADMIN), Origin.SYSTEM)))
                .isInstanceOf(MillwrightException.class);
    }

    private static AuditQuery query(String actor, String action, String text) {
        return new AuditQuery(actor, action, null, null, text, null, null);
    }

    private AuditEntry newest() {
        return trail.search(as("ann", Role.AUDITOR), AuditQuery.ALL, null, 1)
                .items()
                .getFirst();
    }
}
