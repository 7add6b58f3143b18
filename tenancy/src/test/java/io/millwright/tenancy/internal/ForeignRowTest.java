package io.millwright.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.tenancy.Caller;
import io.millwright.tenancy.ChangeRecorder;
import io.millwright.tenancy.Origin;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.TenantId;
import io.millwright.tenancy.TenantTransactions;
import io.millwright.tenancy.Tenants;
import io.millwright.tenancy.test.TenancyTestConfiguration;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Set;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Hibernate puts no tenant into the updates and deletes that it generates (HHH-20883, mended after the version we use). A
 * detached row of another tenant must be stopped by the database.
 */
@SpringBootTest(classes = {TenancyTestConfiguration.class, ForeignRowTest.Recorder.class})
class ForeignRowTest {

    private static final TenantId RED = new TenantId("red");
    private static final TenantId BLUE = new TenantId("blue");

    @Autowired
    Tenants tenants;

    @Autowired
    TenantTransactions transactions;

    @Autowired
    MemberRepository members;

    @PersistenceContext
    EntityManager entities;

    private MemberEntity foreign;

    @BeforeEach
    void aDetachedRowOfRed() {
        var operator = new Caller(TenantId.PLATFORM, "operator", Set.of(Role.OPERATOR), Origin.SYSTEM);
        if (tenants.list(operator).isEmpty()) {
            tenants.create(operator, RED, "Red", "ann");
            tenants.create(operator, BLUE, "Blue", "bob");
        }
        foreign = transactions.call(RED, () -> members.findByUserName("ann").orElseThrow());
    }

    @Test
    void it_cannot_be_updated() {
        foreign.change(Set.of(Role.VIEWER));
        assertThatThrownBy(() -> transactions.run(BLUE, () -> stateless(session -> session.update(foreign))))
                .isInstanceOf(Exception.class);
        assertUntouched();
    }

    @Test
    void it_cannot_be_deleted() {
        assertThatThrownBy(() -> transactions.run(BLUE, () -> stateless(session -> session.delete(foreign))))
                .isInstanceOf(Exception.class);
        assertUntouched();
    }

    @Test
    void it_cannot_be_merged() {
        foreign.change(Set.of(Role.VIEWER));
        assertThatThrownBy(() -> transactions.run(BLUE, () -> {
                    entities.merge(foreign);
                    entities.flush();
                }))
                .isInstanceOf(Exception.class);
        assertUntouched();
    }

    private void assertUntouched() {
        var now = transactions.call(RED, () -> members.findByUserName("ann").orElseThrow());
        assertThat(now.roles()).containsExactly(Role.ADMIN);
        assertThat(transactions.call(BLUE, members::findAllByOrderByUserName)).hasSize(1);
    }

    /** A session without a cache on the connection of the running transaction: its statements go straight to the database. */
    private void stateless(java.util.function.Consumer<org.hibernate.StatelessSession> work) {
        var session = entities.unwrap(Session.class);
        session.doWork(connection -> {
            try (var direct = session.getSessionFactory()
                    .withStatelessOptions()
                    .connection(connection)
                    .tenantIdentifier((Object) RED.value())
                    .openStatelessSession()) {
                work.accept(direct);
            }
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class Recorder {
        @Bean
        ChangeRecorder recorder() {
            return (caller, change) -> {};
        }
    }
}
