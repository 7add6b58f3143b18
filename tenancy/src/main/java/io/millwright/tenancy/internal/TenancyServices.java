package io.millwright.tenancy.internal;

import io.millwright.tenancy.ChangeRecorder;
import io.millwright.tenancy.Ids;
import io.millwright.tenancy.Members;
import io.millwright.tenancy.ObjectStore;
import io.millwright.tenancy.ObjectStoreProperties;
import io.millwright.tenancy.OperatorReads;
import io.millwright.tenancy.TenantTransactions;
import io.millwright.tenancy.Tenants;
import java.io.IOException;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The services of this module. */
@Configuration(proxyBeanMethods = false)
public class TenancyServices {

    @Bean
    Ids ids(Clock clock) {
        return new Ids(clock);
    }

    @Bean
    Members members(
            TenantTransactions transactions,
            JdbcClient jdbc,
            MemberRepository members,
            TenantRepository tenants,
            ChangeRecorder recorder,
            Ids ids,
            Clock clock) {
        return new MemberService(transactions, jdbc, members, tenants, recorder, ids, clock);
    }

    @Bean
    Tenants tenants(
            TenantTransactions transactions,
            TenantRepository tenants,
            MemberRepository members,
            OperatorReads reads,
            ChangeRecorder recorder,
            Ids ids,
            Clock clock) {
        return new TenantService(transactions, tenants, members, reads, recorder, ids, clock);
    }

    @Bean(destroyMethod = "close")
    ObjectPlace objectPlace(ObjectStoreProperties properties) {
        return ObjectPlace.of(properties);
    }

    @Bean
    ObjectStore objectStore(
            ObjectStoreProperties properties,
            ObjectPlace place,
            TenantTransactions transactions,
            JdbcClient jdbc,
            Clock clock)
            throws IOException {
        var keys = new DataKeys(MasterKey.read(properties.masterKeyFile()), transactions, jdbc, clock);
        return new EncryptedObjects(place.blobs(), keys);
    }
}
