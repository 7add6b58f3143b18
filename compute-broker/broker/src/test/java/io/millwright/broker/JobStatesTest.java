package io.millwright.broker;

import static io.millwright.broker.test.World.RED;
import static io.millwright.broker.test.World.engineer;
import static io.millwright.broker.test.World.sample;
import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.broker.test.World;
import io.millwright.tenancy.TenantTransactions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The enum's table of transitions and the database's CHECK say the same. */
class JobStatesTest {

    @Test
    void the_database_allows_exactly_the_transitions_of_the_enum() {
        try (var world = new World()) {
            var transactions = world.portal(TenantTransactions.class);
            var sql = world.portal(JdbcClient.class);
            var paths = paths();
            assertThat(paths).containsOnlyKeys(JobState.values());
            for (var from : JobState.values()) {
                for (var to : JobState.values()) {
                    var job = world.jobs().submit(engineer(RED), sample(1)).id();
                    paths.get(from).forEach(step -> transactions.run(RED, () -> move(sql, job, step)));
                    boolean allowed = succeeds(() -> transactions.run(RED, () -> move(sql, job, to)));
                    assertThat(allowed).as(from + " → " + to).isEqualTo(from == to || from.mayBecome(to));
                }
            }
        }
    }

    @Test
    void the_database_refuses_states_that_lack_what_they_mean() {
        try (var world = new World()) {
            var transactions = world.portal(TenantTransactions.class);
            var sql = world.portal(JdbcClient.class);
            for (var change : List.of(
                    "state = 'NONSENSE'",
                    "state = 'FAILED', finished_at = now()",
                    "state = 'CANCELLED'",
                    "finished_at = now()",
                    "state = 'ADMITTED'",
                    "progress = 1.5",
                    "cpus = 0")) {
                var job = world.jobs().submit(engineer(RED), sample(1)).id();
                assertThat(succeeds(
                                () -> transactions.run(RED, () -> sql.sql("UPDATE job SET " + change + " WHERE id = ?")
                                        .param(job)
                                        .update())))
                        .as(change)
                        .isFalse();
            }
        }
    }

    /** The shortest way from QUEUED to each state. */
    private static EnumMap<JobState, List<JobState>> paths() {
        var paths = new EnumMap<JobState, List<JobState>>(JobState.class);
        paths.put(JobState.QUEUED, List.of());
        var open = new ArrayDeque<>(List.of(JobState.QUEUED));
        while (!open.isEmpty()) {
            var state = open.remove();
            for (var next : state.next()) {
                if (!paths.containsKey(next)) {
                    var path = new ArrayList<>(paths.get(state));
                    path.add(next);
                    paths.put(next, path);
                    open.add(next);
                }
            }
        }
        return paths;
    }

    private static void move(JdbcClient sql, UUID job, JobState to) {
        sql.sql("""
                        UPDATE job SET state = :state, attempt = 1, reason = 'why', started_at = now(),
                            finished_at = CASE WHEN :final THEN now() END,
                            result_dataset_id = CASE WHEN :state = 'SUCCEEDED' THEN gen_random_uuid() END,
                            result_dataset_version = CASE WHEN :state = 'SUCCEEDED' THEN 1 END
                        WHERE id = :id""")
                .param("state", to.name())
                .param("final", to.isFinal())
                .param("id", job)
                .update();
    }

    private static boolean succeeds(Runnable work) {
        try {
            work.run();
            return true;
        } catch (DataIntegrityViolationException refused) {
            return false;
        }
    }
}
