package io.millwright.broker.test;

import io.millwright.broker.cluster.AgentPlacement;
import io.millwright.broker.cluster.AgentStatus;
import io.millwright.broker.cluster.AttemptName;
import io.millwright.broker.cluster.ClusterBackend;
import io.millwright.broker.cluster.ClusterException;
import io.millwright.broker.cluster.Node;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A cluster in memory: it keeps what is placed, and the test plays the agents. */
public final class FakeCluster implements ClusterBackend {

    private final int cpus;
    private final Map<AttemptName, AgentPlacement> agents = new ConcurrentHashMap<>();
    private final List<AttemptName> placed = new java.util.concurrent.CopyOnWriteArrayList<>();
    private volatile String trouble = "";
    private volatile String lost = "";
    private volatile boolean full;

    public FakeCluster(int cpus) {
        this.cpus = cpus;
    }

    public List<AgentPlacement> living() {
        return List.copyOf(agents.values());
    }

    /** Every placement there ever was. */
    public List<AttemptName> placed() {
        return placed;
    }

    public void lose(AttemptName attempt) {
        agents.remove(attempt);
    }

    /** Nothing can be asked until the trouble is empty again. */
    public void trouble(String words) {
        trouble = words;
    }

    /** Only a new process would reach it. */
    public void lost(String words) {
        lost = words;
    }

    public void full(boolean nothingIsTaken) {
        full = nothingIsTaken;
    }

    @Override
    public String name() {
        return "test";
    }

    @Override
    public void place(AgentPlacement placement) throws ClusterException {
        check();
        if (full) {
            throw new ClusterException("it is full.");
        }
        if (agents.putIfAbsent(placement.attempt(), placement) == null) {
            placed.add(placement.attempt());
        }
    }

    @Override
    public List<AgentStatus> agents() throws ClusterException {
        check();
        return agents.keySet().stream()
                .map(name -> new AgentStatus(name, AgentStatus.State.RUNNING, "node-1"))
                .toList();
    }

    @Override
    public void stop(AttemptName attempt) throws ClusterException {
        check();
        agents.remove(attempt);
    }

    @Override
    public List<Node> nodes() throws ClusterException {
        check();
        return List.of(new Node("node-1", true, cpus, cpus, 0, 0, 64L << 30, 64L << 30));
    }

    @Override
    public void close() {}

    private void check() throws ClusterException {
        if (!lost.isEmpty()) {
            throw ClusterException.lost(lost);
        }
        if (!trouble.isEmpty()) {
            throw new ClusterException(trouble);
        }
    }
}
