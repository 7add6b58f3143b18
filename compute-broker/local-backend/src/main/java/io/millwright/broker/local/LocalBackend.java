package io.millwright.broker.local;

import io.millwright.broker.cluster.AgentPlacement;
import io.millwright.broker.cluster.AgentStatus;
import io.millwright.broker.cluster.AttemptName;
import io.millwright.broker.cluster.ClusterBackend;
import io.millwright.broker.cluster.ClusterException;
import io.millwright.broker.cluster.Node;
import io.millwright.broker.local.AgentFiles.Entry;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Agents as processes of this machine. They outlive the broker; the next one finds them by {@link AgentFiles}. */
final class LocalBackend implements ClusterBackend {

    static final String NAME = "local";

    private final AgentFiles files;
    private final AgentLauncher launcher;
    private final Machine machine;

    LocalBackend(AgentFiles files, AgentLauncher launcher, Machine machine) {
        this.files = files;
        this.launcher = launcher;
        this.machine = machine;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public synchronized void place(AgentPlacement placement) throws ClusterException {
        try (var locked = files.lock()) {
            if (files.living(placement.attempt()).isPresent()) {
                return;
            }
            requireRoom(placement);
            var devices = freeDevices(placement.gpus());
            var agent = launcher.start(placement);
            // The file comes first, the token second: a broker that dies between the two leaves an agent that reads an
            // empty input and ends, never one that works and is not known.
            var living = ProcessIdentity.look(agent.pid());
            if (living.isEmpty()) {
                throw new ClusterException("The agent of " + placement.attempt() + " ended as soon as it was started.");
            }
            files.write(placement, devices, living.get().identity());
            launcher.tell(agent, placement, devices);
        } catch (IOException cannotStart) {
            throw new ClusterException(
                    "The agent of %s cannot be started: %s".formatted(placement.attempt(), cannotStart.getMessage()),
                    cannotStart);
        }
    }

    @Override
    public List<AgentStatus> agents() throws ClusterException {
        return living().stream()
                .map(entry -> new AgentStatus(entry.attempt(), AgentStatus.State.RUNNING, machine.name()))
                .toList();
    }

    @Override
    public void stop(AttemptName attempt) throws ClusterException {
        try {
            var entry = files.living(attempt);
            if (entry.isPresent() && !ProcessTree.kill(entry.get().process())) {
                throw new ClusterException("The processes of " + attempt + " do not end.");
            }
            files.living(attempt);
        } catch (IOException cannotRead) {
            throw new ClusterException("The agent of " + attempt + " cannot be looked up.", cannotRead);
        }
    }

    @Override
    public List<Node> nodes() throws ClusterException {
        var living = living();
        return List.of(new Node(
                machine.name(),
                true,
                machine.cpus(),
                Math.max(
                        0,
                        machine.cpus() - living.stream().mapToInt(Entry::cpus).sum()),
                machine.gpus(),
                Math.max(
                        0,
                        machine.gpus() - living.stream().mapToInt(Entry::gpus).sum()),
                machine.memoryBytes(),
                Math.max(
                        0,
                        machine.memoryBytes()
                                - living.stream().mapToLong(Entry::memoryBytes).sum())));
    }

    @Override
    public void close() {
        // Agents go on: closing is what a broker does before the next one starts.
    }

    /** The lowest numbers that no living agent has; there is room for them. */
    private List<Integer> freeDevices(int count) throws ClusterException {
        var taken = living().stream().flatMap(entry -> entry.devices().stream()).collect(Collectors.toSet());
        return IntStream.range(0, machine.gpus())
                .boxed()
                .filter(number -> !taken.contains(number))
                .limit(count)
                .toList();
    }

    private List<Entry> living() throws ClusterException {
        try {
            return files.living();
        } catch (IOException cannotRead) {
            throw new ClusterException("The agents of this machine cannot be listed.", cannotRead);
        }
    }

    private void requireRoom(AgentPlacement wanted) throws ClusterException {
        var node = nodes().getFirst();
        if (wanted.cpus() > node.freeCpus()
                || wanted.gpus() > node.freeGpus()
                || wanted.memoryBytes() > node.freeMemoryBytes()) {
            throw new ClusterException("There is no room for %s: %s cores, %s GPUs and %d MiB are free."
                    .formatted(
                            wanted.attempt(),
                            (int) node.freeCpus(),
                            (int) node.freeGpus(),
                            node.freeMemoryBytes() >> 20));
        }
    }
}
