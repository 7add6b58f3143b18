package io.millwright.portal.demo;

import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Members;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.Origin;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.TenantId;
import io.millwright.tenancy.TenantTransactions;
import io.millwright.tenancy.Tenants;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Seeds the demo world at the first start: tenants {@code acme} and {@code globex} with their people, and an operator. What
 * is there already is left as it is, so that a member whose roles were changed keeps them. The accounts themselves come with
 * the realm.
 */
@Component
@ConditionalOnProperty("millwright.demo")
class DemoWorld implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(DemoWorld.class);

    private static final Caller SEEDING = new Caller(TenantId.PLATFORM, "system", Set.of(Role.OPERATOR), Origin.SYSTEM);

    private static final List<DemoTenant> TENANTS = List.of(
            new DemoTenant(
                    "acme",
                    "Acme Payments",
                    List.of(
                            new Person("acme-engineer", "Erin Engineer", Role.ENGINEER),
                            new Person("acme-approver", "Avery Approver", Role.APPROVER),
                            new Person("acme-auditor", "Aubrey Auditor", Role.AUDITOR))),
            new DemoTenant(
                    "globex",
                    "Globex Industries",
                    List.of(new Person("globex-engineer", "Gale Engineer", Role.ENGINEER))));

    private final Tenants tenants;
    private final Members members;
    private final TenantTransactions transactions;

    DemoWorld(Tenants tenants, Members members, TenantTransactions transactions) {
        this.tenants = tenants;
        this.members = members;
        this.transactions = transactions;
    }

    /** Before the server listens, so that nobody meets half a world. */
    @Override
    public void afterPropertiesSet() {
        if (members.list(SEEDING).stream().noneMatch(member -> member.user().equals("operator"))) {
            members.add(SEEDING, "operator", "Oakley Operator", "operator@millwright.example", Set.of(Role.OPERATOR));
        }
        TENANTS.forEach(this::seed);
    }

    /** In one transaction: a tenant that is there is there with its people, and never seeded again. */
    private void seed(DemoTenant demo) {
        var id = new TenantId(demo.id());
        try {
            transactions.run(id, () -> {
                tenants.create(SEEDING, id, demo.name(), demo.id() + "-admin");
                var admin = new Caller(id, "system", Set.of(Role.ADMIN), Origin.SYSTEM);
                demo.people()
                        .forEach(person -> members.add(
                                admin, person.user(), person.name(), person.email(), Set.of(person.role())));
            });
            LOG.atInfo().addKeyValue("tenant", id).log("demo tenant seeded");
        } catch (MillwrightException exists) {
            if (!exists.code().equals("tenant-exists")) {
                throw exists;
            }
        }
    }

    private record DemoTenant(String id, String name, List<Person> people) {}

    private record Person(String user, String name, Role role) {
        /** As in the realm: {@code acme-engineer} is {@code engineer@acme.example}. */
        String email() {
            var parts = user.split("-", 2);
            return parts[1] + "@" + parts[0] + ".example";
        }
    }
}
