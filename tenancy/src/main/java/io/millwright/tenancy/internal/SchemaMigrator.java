package io.millwright.tenancy.internal;

import io.millwright.tenancy.DatabaseProperties;
import io.millwright.tenancy.SchemaModule;
import java.util.Comparator;
import java.util.List;
import org.flywaydb.core.Flyway;

/** Brings each module's tables up to date, as the owner, in the order of the modules. Safe in several processes at once. */
final class SchemaMigrator {

    private final DatabaseProperties database;
    private final List<SchemaModule> modules;

    SchemaMigrator(DatabaseProperties database, List<SchemaModule> modules) {
        this.database = database;
        this.modules = modules.stream()
                .sorted(Comparator.comparingInt(SchemaModule::order))
                .toList();
    }

    void migrate() {
        for (var module : modules) {
            Flyway.configure()
                    .dataSource(database.url(), database.ownerUser(), database.ownerPassword())
                    .locations("classpath:db/" + module.name())
                    .table("schema_history_" + module.name())
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .connectRetries(10)
                    .load()
                    .migrate();
        }
    }
}
