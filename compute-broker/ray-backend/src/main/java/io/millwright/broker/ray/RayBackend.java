package io.millwright.broker.ray;

import io.millwright.broker.agent.AgentActor;
import io.millwright.broker.agent.AgentSettings;
import io.millwright.broker.agent.PropertiesText;
import io.millwright.broker.cluster.AgentPlacement;
import io.millwright.broker.cluster.AgentStatus;
import io.millwright.broker.cluster.AttemptName;
import io.millwright.broker.cluster.ClusterBackend;
import io.millwright.broker.cluster.ClusterException;
import io.millwright.broker.cluster.Node;
import io.ray.api.BaseActorHandle;
import io.ray.api.Ray;
import io.ray.api.id.UniqueId;
import io.ray.api.options.ActorLifetime;
import io.ray.api.runtimecontext.NodeInfo;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Agents as detached actors, one namespace per installation. */
final class RayBackend implements ClusterBackend {

    static final String NAME = "ray";

    private static final double A_LITTLE = .001;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** The agent is small; the template process, its child, has the memory. Quick to start beats quick to run. */
    private static final List<String> JVM = List.of(
            "-Xmx96m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final RayThread ray;
    private final String namespace;
    private final UniqueId home;
    private final Map<String, String> settings;
    private final ActorTable actors;

    /** @param home the node that this driver is attached to */
    RayBackend(RayThread ray, String namespace, UniqueId home, Map<String, String> settings) throws ClusterException {
        this.ray = ray;
        this.namespace = namespace;
        this.home = home;
        this.settings = Map.copyOf(settings);
        try {
            this.actors = new ActorTable();
        } catch (ReflectiveOperationException otherRay) {
            throw new ClusterException(
                    "this version of Ray is not known to Millwright: %s.".formatted(otherRay.getMessage()), otherRay);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void place(AgentPlacement placement) throws ClusterException {
        var resources = new HashMap<String, Double>();
        resources.put("CPU", (double) placement.cpus());
        resources.put("memory", (double) placement.memoryBytes());
        if (placement.gpus() > 0) {
            resources.put("GPU", (double) placement.gpus());
        }
        var name = placement.attempt().value();
        var beside = placement.beside();
        ray.call(PATIENCE, () -> {
            if (beside != null) {
                resources.put("node:" + addressOf(beside), A_LITTLE);
            }
            if (living().stream().anyMatch(actor -> actor.name().equals(name))) {
                return false;
            }
            Ray.actor(AgentActor::new, settings(placement))
                    .setName(name)
                    .setLifetime(ActorLifetime.DETACHED)
                    .setMaxRestarts(0)
                    .setResources(resources)
                    .setJvmOptions(JVM)
                    .remote();
            return true;
        });
    }

    @Override
    public List<AgentStatus> agents() throws ClusterException {
        return ray.call(PATIENCE, () -> living().stream()
                .map(actor -> new AgentStatus(
                        new AttemptName(actor.name()),
                        actor.alive() ? AgentStatus.State.RUNNING : AgentStatus.State.PENDING,
                        actor.node()))
                .toList());
    }

    @Override
    public void stop(AttemptName attempt) throws ClusterException {
        ray.call(PATIENCE, () -> {
            Ray.getActor(attempt.value(), namespace).ifPresent(BaseActorHandle::kill);
            return true;
        });
    }

    @Override
    public List<Node> nodes() throws ClusterException {
        return ray.call(PATIENCE, () -> {
            var nodes = Ray.getRuntimeContext().getAllNodeInfo();
            requireHome(nodes);
            var all = actors.living();
            return nodes.stream()
                    .filter(node -> node.isAlive)
                    .map(node -> node(node, all))
                    .toList();
        });
    }

    @Override
    public void close() {
        try {
            ray.call(PATIENCE, () -> {
                Ray.shutdown();
                return true;
            });
        } catch (ClusterException goneAlready) {
            // There is nothing left to leave.
        }
        ray.close();
    }

    /**
     * When the node that the driver was attached to is gone, or another cluster has taken the place of this one, calls may
     * work again, but an actor that the driver asks for never starts.
     */
    private void requireHome(List<NodeInfo> nodes) throws ClusterException {
        if (nodes.stream().noneMatch(node -> node.isAlive && node.nodeId.equals(home))) {
            throw ClusterException.lost("The node of Ray that this broker was attached to is gone.");
        }
    }

    /** The address of the node that an agent is on: every node has a resource of that name, to be asked for in small parts. */
    private String addressOf(AttemptName agent) throws ReflectiveOperationException, ClusterException {
        var node = living().stream()
                .filter(actor -> actor.name().equals(agent.value()))
                .map(ActorTable.Actor::node)
                .findFirst()
                .orElse("");
        return Ray.getRuntimeContext().getAllNodeInfo().stream()
                .filter(info -> info.nodeId.toString().equalsIgnoreCase(node))
                .map(info -> info.nodeAddress)
                .findFirst()
                .orElseThrow(() -> new ClusterException("the agent " + agent + " is not on the cluster."));
    }

    private List<ActorTable.Actor> living() throws ReflectiveOperationException {
        return actors.living().stream()
                .filter(actor ->
                        actor.namespace().equals(namespace) && !actor.name().isEmpty())
                .toList();
    }

    /** What is free is what no living actor was promised: the broker is the cluster's only client, and Ray's own figure lags. */
    private static Node node(NodeInfo info, List<ActorTable.Actor> all) {
        var id = info.nodeId.toString().toLowerCase(Locale.ROOT);
        var here = all.stream().filter(actor -> actor.node().equals(id)).toList();
        return new Node(
                id,
                info.isAlive,
                has(info, "CPU"),
                has(info, "CPU") - promised(here, "CPU"),
                has(info, "GPU"),
                has(info, "GPU") - promised(here, "GPU"),
                (long) has(info, "memory"),
                (long) (has(info, "memory") - promised(here, "memory")));
    }

    private static double has(NodeInfo info, String resource) {
        return info.resources.getOrDefault(resource, 0.0);
    }

    private static double promised(List<ActorTable.Actor> actors, String resource) {
        return actors.stream()
                .mapToDouble(actor -> actor.resources().getOrDefault(resource, 0.0))
                .sum();
    }

    private byte[] settings(AgentPlacement placement) {
        var facts = new HashMap<>(settings);
        facts.put("attempt", placement.attempt().value());
        facts.put("gateway", placement.gateway().toString());
        facts.put("token", placement.token());
        return AgentSettings.parse(PropertiesText.format(facts)).toBytes();
    }
}
