package io.millwright.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.tenancy.test.TenancyTestConfiguration;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The fences below the services: what a query that forgot its tenant, or named another's, gets to see. */
@SpringBootTest(classes = TenancyTestConfiguration.class)
@Import(RecordedChanges.class)
class FencesTest {

    private static final Caller OPERATOR =
            new Caller(TenantId.PLATFORM, "operator", Set.of(Role.OPERATOR), Origin.SYSTEM);
    private static final TenantId RED = new TenantId("red");
    private static final TenantId BLUE = new TenantId("blue");

    @Autowired
    Tenants tenants;

    @Autowired
    TenantTransactions transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectStore objects;

    @Autowired
    ObjectStoreProperties location;

    @BeforeEach
    void twoTenants() {
        for (var id : new TenantId[] {RED, BLUE}) {
            if (tenants.list(OPERATOR).stream().noneMatch(tenant -> tenant.id().equals(id))) {
                tenants.create(OPERATOR, id, id.value(), id + "-admin");
            }
        }
    }

    @Test
    void sql_without_a_tenant_sees_no_rows() {
        assertThat(users()).isEmpty();
    }

    @Test
    void sql_of_one_tenant_sees_its_rows_only() {
        assertThat(transactions.call(RED, this::users)).isEqualTo("red-admin");
        assertThat(transactions.call(BLUE, this::users)).isEqualTo("blue-admin");
    }

    @Test
    void rows_of_another_tenant_cannot_be_changed_or_planted() {
        transactions.run(RED, () -> {
            assertThat(jdbc.sql("UPDATE member SET name = 'x' WHERE tenant_id = 'blue'")
                            .update())
                    .isZero();
            assertThat(jdbc.sql("DELETE FROM member WHERE tenant_id = 'blue'").update())
                    .isZero();
        });
        assertThatThrownBy(() -> transactions.call(RED, () -> jdbc.sql("""
                        INSERT INTO member (id, tenant_id, user_name, name, email, roles, since)
                        VALUES (gen_random_uuid(), 'blue', 'eve', '', '', '{ADMIN}', now())
                        """).update()))
                .hasStackTraceContaining("violates row-level security");
    }

    @Test
    void pooled_connections_remember_no_tenant() throws Exception {
        try (var threads = Executors.newFixedThreadPool(16)) {
            var seen = threads.invokeAll(IntStream.range(0, 400)
                    .<java.util.concurrent.Callable<String>>mapToObj(n -> () -> switch (n % 3) {
                        case 0 -> "red:" + transactions.call(RED, this::users);
                        case 1 -> "blue:" + transactions.call(BLUE, this::users);
                        default -> "none:" + users();
                    })
                    .toList());
            for (var one : seen) {
                assertThat(one.get()).isIn("red:red-admin", "blue:blue-admin", "none:");
            }
        }
    }

    @Test
    void a_transaction_cannot_turn_to_another_tenant() {
        assertThatThrownBy(() -> transactions.call(RED, () -> transactions.call(BLUE, this::users)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_application_role_owns_nothing_and_bypasses_nothing() {
        var privileges = jdbc.sql("""
                SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb
                    OR EXISTS (SELECT 1 FROM pg_class WHERE relowner = pg_roles.oid)
                FROM pg_roles WHERE rolname = current_user
                """).query(Boolean.class).single();
        assertThat(privileges).isFalse();
    }

    @Test
    void every_table_with_a_tenant_has_forced_row_level_security() {
        var open = jdbc.sql("""
                SELECT c.relname FROM pg_class c
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
                WHERE c.relkind IN ('r', 'p') AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
                """).query(String.class).list();
        assertThat(open).isEmpty();
    }

    @Test
    void objects_come_back_as_they_went_in_and_only_to_their_tenant() throws IOException {
        var bytes = "a secret of red".repeat(20_000).getBytes(StandardCharsets.UTF_8);
        var ref = objects.put(RED, new ByteArrayInputStream(bytes));
        assertThat(ref.size()).isEqualTo(bytes.length);
        try (var back = objects.open(RED, ref.digest())) {
            assertThat(back.readAllBytes()).isEqualTo(bytes);
        }
        assertThatThrownBy(() -> objects.open(BLUE, ref.digest())).isInstanceOf(MillwrightException.class);
    }

    @Test
    void an_object_is_unreadable_on_disk_under_another_tenants_key_and_when_changed() throws IOException {
        var ref = objects.put(RED, new ByteArrayInputStream("plain text".getBytes(StandardCharsets.UTF_8)));
        var root = Path.of(location.location().substring("file:".length()));
        var file = root.resolve("red").resolve(ref.digest().substring(0, 2)).resolve(ref.digest());
        var sealed = Files.readAllBytes(file);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("plain text");

        var stolen = root.resolve("blue").resolve(ref.digest().substring(0, 2)).resolve(ref.digest());
        Files.createDirectories(stolen.getParent());
        Files.write(stolen, sealed);
        assertThatThrownBy(() -> objects.open(BLUE, ref.digest()).readAllBytes())
                .isInstanceOf(IOException.class);

        sealed[sealed.length - 1] ^= 1;
        Files.write(file, sealed);
        assertThatThrownBy(() -> objects.open(RED, ref.digest()).readAllBytes()).isInstanceOf(IOException.class);
    }

    private String users() {
        return String.join(
                ",",
                jdbc.sql("SELECT user_name FROM member").query(String.class).list());
    }
}
