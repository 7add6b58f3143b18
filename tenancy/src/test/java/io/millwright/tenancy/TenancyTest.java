package io.millwright.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.tenancy.test.TenancyTestConfiguration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest(classes = TenancyTestConfiguration.class)
@Import(RecordedChanges.class)
class TenancyTest {

    private static final Caller OPERATOR =
            new Caller(TenantId.PLATFORM, "operator", Set.of(Role.OPERATOR), Origin.SYSTEM);
    private static final AtomicInteger COUNTER = new AtomicInteger();

    @Autowired
    Tenants tenants;

    @Autowired
    Members members;

    @Autowired
    RecordedChanges changes;

    private TenantId id;
    private Caller admin;

    @BeforeEach
    void aTenant() {
        id = new TenantId("t" + COUNTER.incrementAndGet());
        tenants.create(OPERATOR, id, "Tenant", "ann");
        admin = members.caller(identity("ann"), id, Origin.SYSTEM);
    }

    @Test
    void an_operator_creates_a_tenant_whose_administrator_can_call() {
        assertThat(admin.roles()).containsExactly(Role.ADMIN);
        assertThat(changes.lines())
                .contains(id + " operator tenant.created " + id, "platform operator tenant.created " + id);
    }

    @Test
    void only_an_operator_creates_tenants() {
        assertThatThrownBy(() -> tenants.create(admin, new TenantId("mine"), "Mine", "ann"))
                .isInstanceOf(MillwrightException.class)
                .hasMessageContaining("Operator");
    }

    @Test
    void a_person_who_is_no_member_cannot_tell_whether_the_tenant_exists() {
        assertThatThrownBy(() -> members.caller(identity("eve"), id, Origin.SYSTEM))
                .hasMessage("There is no tenant \"%s\" here.", id);
        assertThatThrownBy(() -> members.caller(identity("eve"), new TenantId("nowhere"), Origin.SYSTEM))
                .hasMessage("There is no tenant \"nowhere\" here.");
    }

    @Test
    void an_account_made_anew_under_an_old_name_is_another_person() {
        var impostor = new Identity("another-subject", "ann", "Ann", "");
        assertThatThrownBy(() -> members.caller(impostor, id, Origin.SYSTEM)).isInstanceOf(MillwrightException.class);
        assertThat(members.membershipsOf(impostor))
                .extracting(place -> place.tenant().id())
                .doesNotContain(id);
    }

    @Test
    void people_see_their_memberships_in_all_tenants() {
        var other = new TenantId(id + "-two");
        tenants.create(OPERATOR, other, "Another", "ann");
        assertThat(members.membershipsOf(identity("ann")))
                .extracting(place -> place.tenant().id())
                .contains(id, other);
        assertThat(members.membershipsOf(identity("eve"))).isEmpty();
    }

    @Test
    void a_suspended_tenant_lets_nobody_work_until_it_is_resumed() {
        tenants.suspend(OPERATOR, id, "unpaid");
        assertThatThrownBy(() -> members.caller(identity("ann"), id, Origin.SYSTEM))
                .hasMessageContaining("is suspended");
        tenants.resume(OPERATOR, id, "paid");
        assertThat(members.caller(identity("ann"), id, Origin.SYSTEM)).isEqualTo(admin);
    }

    @Test
    void the_last_administrator_stays() {
        assertThatThrownBy(() -> members.remove(admin, "ann")).hasMessageContaining("last administrator");
        assertThatThrownBy(() -> members.changeRoles(admin, "ann", Set.of(Role.VIEWER)))
                .hasMessageContaining("last administrator");
        members.add(admin, "bob", "Bob", "", Set.of(Role.ADMIN));
        members.remove(admin, "ann");
        assertThat(members.list(admin)).extracting(Member::user).containsExactly("bob");
    }

    @Test
    void two_administrators_who_remove_each_other_at_once_leave_one() throws Exception {
        members.add(admin, "bob", "Bob", "", Set.of(Role.ADMIN));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> members.remove(admin, "ann"));
            threads.submit(() -> members.remove(admin, "bob"));
        }
        assertThat(members.list(admin)).hasSize(1);
    }

    @Test
    void members_of_a_tenant_are_never_operators() {
        assertThatThrownBy(() -> members.add(admin, "bob", "Bob", "", Set.of(Role.OPERATOR)))
                .isInstanceOf(MillwrightException.class);
    }

    @Test
    void an_engineer_cannot_add_people() {
        members.add(admin, "bob", "Bob", "", Set.of(Role.ENGINEER));
        var bob = members.caller(identity("bob"), id, Origin.SYSTEM);
        assertThatThrownBy(() -> members.add(bob, "cleo", "Cleo", "", Set.of(Role.VIEWER)))
                .hasMessageContaining("Administrator");
    }

    @Test
    void an_administrator_whose_role_was_taken_meanwhile_changes_nobody() {
        members.add(admin, "bob", "Bob", "", Set.of(Role.ADMIN));
        var bob = members.caller(identity("bob"), id, Origin.SYSTEM);
        members.changeRoles(admin, "bob", Set.of(Role.VIEWER));
        assertChangesNobody(bob);
        members.remove(admin, "bob");
        assertChangesNobody(bob);
        assertThat(members.list(admin)).extracting(Member::user).containsExactly("ann");
        assertThat(members.list(admin).getFirst().roles()).containsExactly(Role.ADMIN);
    }

    private void assertChangesNobody(Caller former) {
        assertThatThrownBy(() -> members.add(former, "eve", "Eve", "", Set.of(Role.ADMIN)))
                .hasMessageContaining("Administrator");
        assertThatThrownBy(() -> members.changeRoles(former, "ann", Set.of(Role.VIEWER)))
                .hasMessageContaining("Administrator");
        assertThatThrownBy(() -> members.remove(former, "ann")).hasMessageContaining("Administrator");
    }

    @Test
    void the_platform_itself_changes_members_without_being_one() {
        members.add(Caller.system(id), "bob", "Bob", "", Set.of(Role.ENGINEER));
        assertThat(members.list(admin)).extracting(Member::user).containsExactly("ann", "bob");
    }

    @Test
    void a_member_is_awaited_until_they_have_come() {
        var user = "boss-of-" + id;
        assertThat(members.isAwaited(user)).isFalse();
        tenants.create(OPERATOR, new TenantId(id + "-two"), "Another", user);
        assertThat(members.isAwaited(user)).isTrue();
        members.caller(identity(user), new TenantId(id + "-two"), Origin.SYSTEM);
        assertThat(members.isAwaited(user)).isFalse();
    }

    @Test
    void of_two_accounts_that_come_first_at_once_one_is_let_in() throws Exception {
        members.add(admin, "bob", "Bob", "", Set.of(Role.ADMIN));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var both = IntStream.range(0, 8)
                    .mapToObj(n -> new Identity("subject-" + n % 2, "bob", "Bob", ""))
                    .map(bob -> threads.submit(() -> {
                        members.caller(bob, id, Origin.SYSTEM);
                        return bob.subject();
                    }))
                    .toList();
            var letIn = new HashSet<String>();
            for (var one : both) {
                try {
                    letIn.add(one.get());
                } catch (ExecutionException refused) {
                    assertThat(refused).hasRootCauseInstanceOf(MillwrightException.class);
                }
            }
            assertThat(letIn).hasSize(1);
        }
    }

    static Identity identity(String user) {
        return new Identity("subject-of-" + user, user, user, "");
    }
}
