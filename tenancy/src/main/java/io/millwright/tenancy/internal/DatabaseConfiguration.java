package io.millwright.tenancy.internal;

import com.zaxxer.hikari.HikariDataSource;
import io.millwright.tenancy.ChangeRecorder;
import io.millwright.tenancy.DatabaseProperties;
import io.millwright.tenancy.SchemaModule;
import io.millwright.tenancy.TenantTransactions;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.cfg.MultiTenancySettings;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Connections, migrations, transactions and Hibernate's notion of the tenant. */
@Configuration(proxyBeanMethods = false)
@EntityScan("io.millwright")
@EnableJpaRepositories("io.millwright")
public class DatabaseConfiguration {

    @Bean
    SchemaModule tenancySchema() {
        return new SchemaModule("tenancy", 10);
    }

    /** Nothing can be asked of the database before it has its tables: hence the migrator among the parameters. */
    @Bean(destroyMethod = "close")
    @Primary
    HikariDataSource dataSource(DatabaseProperties database, SchemaMigrator migrated) {
        return switch (database.role()) {
            case "app" -> pool(database, "app", database.appUser(), database.appPassword(), database.poolSize());
            case "broker" ->
                pool(database, "broker", database.brokerUser(), database.brokerPassword(), database.poolSize());
            default ->
                throw new IllegalArgumentException(
                        "millwright.database.role must be app or broker, not " + database.role());
        };
    }

    @Bean(destroyMethod = "close", defaultCandidate = false)
    HikariDataSource operatorDataSource(DatabaseProperties database, SchemaMigrator migrated) {
        var pool = pool(database, "operator", database.operatorUser(), database.operatorPassword(), 3);
        pool.setReadOnly(true);
        return pool;
    }

    @Bean
    SchemaMigrator schemaMigrator(DatabaseProperties database, List<SchemaModule> modules) {
        var migrator = new SchemaMigrator(database, modules);
        migrator.migrate();
        return migrator;
    }

    @Bean
    @Primary
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    TenantTransactionManager transactionManager(EntityManagerFactory entities) {
        return new TenantTransactionManager(entities);
    }

    @Bean
    TenantTransactions tenantTransactions(TenantTransactionManager transactions) {
        return new TenantTransactions(transactions);
    }

    @Bean
    HibernatePropertiesCustomizer tenantOfSession() {
        return properties -> properties.putAll(
                Map.of(MultiTenancySettings.MULTI_TENANT_IDENTIFIER_RESOLVER, new BoundTenantResolver()));
    }

    @Bean
    AuditedOperatorReads operatorReads(
            @Qualifier("operatorDataSource") DataSource operator,
            TenantTransactions transactions,
            ChangeRecorder recorder) {
        return new AuditedOperatorReads(operator, transactions, recorder);
    }

    private static HikariDataSource pool(
            DatabaseProperties database, String name, String user, String password, int size) {
        var pool = new HikariDataSource();
        pool.setPoolName("millwright-" + name);
        pool.setJdbcUrl(database.url());
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(Math.min(2, size));
        pool.setAutoCommit(true);
        return pool;
    }
}
