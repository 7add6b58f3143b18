package io.millwright.broker.app;

import static io.millwright.broker.test.World.RED;
import static io.millwright.broker.test.World.engineer;
import static io.millwright.broker.test.World.sample;
import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.broker.JobEvent;
import io.millwright.broker.test.TestAgent;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What agents are told and what is taken from them. */
class GatewayTest extends BrokerWorld {

    @Test
    void events_are_kept_once_in_order_and_move_the_progress() {
        var id = jobs.submit(engineer(RED), sample(1)).id();
        var agent = agentOf(id);
        agent.events(
                "phase\tFetching",
                "log\tone\\ttab\\nand \\\\ backslash",
                "progress\t0.25\tBuilding",
                "metric\tloss\t1\t0.5");
        agent.post(
                "events",
                "2\t0\tlog\tagain\n5\t0\tprogress\t0.5\tTraining\n6\t0\tprogress\t0.75\tStill\n7\t0\tmetric\tloss\t2\tNaN\n");
        var job = jobs.get(engineer(RED), id);
        assertThat(job.progress()).isEqualTo(.75);
        assertThat(job.activity()).isEqualTo("Still");
        assertThat(job.eta()).isNotNull();
        var logs = jobs.logs(engineer(RED), id, 0, 100);
        assertThat(logs.stream().filter(JobEvent.LogLine.class::isInstance))
                .singleElement()
                .isInstanceOfSatisfying(JobEvent.LogLine.class, line -> assertThat(line.text())
                        .isEqualTo("one\ttab\nand \\ backslash"));
        assertThat(jobs.metrics(engineer(RED), id)).singleElement().satisfies(point -> assertThat(point.value())
                .isEqualTo(.5));
        var all = jobs.events(engineer(RED), id, 0, 100);
        assertThat(all).extracting(JobEvent::seq).isSorted().doesNotHaveDuplicates();
        assertThat(all.getLast().seq()).isEqualTo(job.lastEvent());
        assertThat(jobs.events(engineer(RED), id, job.lastEvent(), 100)).isEmpty();
        assertThat(agent.post("events", "nonsense").statusCode()).isEqualTo(400);
    }

    @Test
    void a_result_without_its_outputs_fails_in_words() {
        var id = jobs.submit(engineer(RED), sample(1)).id();
        var agent = agentOf(id);
        assertThat(agent.result("succeeded", "", "").statusCode()).isEqualTo(200);
        assertThat(jobs.get(engineer(RED), id).reason())
                .isEqualTo("The template's result cannot be used: result.columns is missing.");
    }

    @Test
    void the_gateway_lets_nobody_in_without_the_token() {
        var id = jobs.submit(engineer(RED), sample(1)).id();
        agentOf(id);
        var gateway = placement(id, 1).gateway();
        for (var token : new String[] {"", "0".repeat(64), "x"}) {
            assertThat(new TestAgent(gateway, token).get("spec").statusCode()).isEqualTo(401);
            assertThat(new TestAgent(gateway, token).result("succeeded", "", "").statusCode())
                    .isEqualTo(401);
        }
        var other = jobs.submit(engineer(RED), sample(1)).id();
        agentOf(other);
        assertThat(new TestAgent(gateway, placement(other, 1).token())
                        .get("spec")
                        .statusCode())
                .as("another attempt's token")
                .isEqualTo(401);
    }

    @Test
    void the_spec_tells_an_agent_all_it_needs() {
        var id = jobs.submit(engineer(RED), sample(1)).id();
        var spec = agentOf(id).get("spec");
        assertThat(spec.statusCode()).isEqualTo(200);
        assertThat(spec.body().lines())
                .contains(
                        "attempt=" + id + "-1",
                        "kind=sample",
                        "template.id=minimal-example",
                        "seed=42",
                        "option.rows=10",
                        "cpus=1",
                        "heartbeatSeconds=2",
                        "timeoutSeconds=600");
    }

    @Test
    void outputs_must_be_what_was_announced_and_have_a_place() {
        var id = jobs.submit(engineer(RED), sample(1)).id();
        var agent = agentOf(id);
        var bytes = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
        assertThat(agent.put("result.csv", bytes).statusCode()).isEqualTo(200);
        assertThat(agent.put("result.csv", bytes, "0".repeat(64)).statusCode()).isEqualTo(422);
        assertThat(agent.put("model/a.bin", bytes).statusCode())
                .as("a sample has no model")
                .isEqualTo(400);
        assertThat(agent.put("../x", bytes).statusCode()).isIn(400, 404);
        assertThat(agent.get("inputs/dataset").statusCode()).isEqualTo(404);
        assertThat(agent.get("engines/xgboost").statusCode()).isEqualTo(404);
    }
}
