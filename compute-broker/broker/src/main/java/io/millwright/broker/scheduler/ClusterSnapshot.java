package io.millwright.broker.scheduler;

import io.millwright.broker.cluster.Node;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The cluster as it was last seen.
 *
 * @param available whether it takes jobs
 * @param trouble why not, in words
 * @param nodes those that live
 */
public record ClusterSnapshot(boolean available, String trouble, List<Node> nodes) {

    public ClusterSnapshot {
        nodes = nodes.stream().filter(Node::alive).toList();
    }

    public static ClusterSnapshot troubled(String trouble) {
        return new ClusterSnapshot(false, trouble, List.of());
    }

    int cpus() {
        return (int) sum(Node::cpus);
    }

    int gpus() {
        return (int) sum(Node::gpus);
    }

    long memoryBytes() {
        return (long) sum(Node::memoryBytes);
    }

    int largestCpus() {
        return (int) largest(Node::cpus);
    }

    int largestGpus() {
        return (int) largest(Node::gpus);
    }

    long largestMemoryBytes() {
        return (long) largest(Node::memoryBytes);
    }

    /** The most that one node has free. With one node the database knows better: it counts what is just being placed. */
    int roomCpus() {
        return nodes.size() == 1 ? largestCpus() : (int) largest(Node::freeCpus);
    }

    int roomGpus() {
        return nodes.size() == 1 ? largestGpus() : (int) largest(Node::freeGpus);
    }

    long roomMemoryBytes() {
        return nodes.size() == 1 ? largestMemoryBytes() : (long) largest(Node::freeMemoryBytes);
    }

    private double sum(ToDoubleFunction<Node> of) {
        return nodes.stream().mapToDouble(of).sum();
    }

    private double largest(ToDoubleFunction<Node> of) {
        return nodes.stream().mapToDouble(of).max().orElse(0);
    }
}
