package io.millwright.broker.scheduler;

import io.millwright.broker.scheduler.Waits.Held;
import io.millwright.broker.scheduler.Waits.Waiting;
import io.millwright.broker.scheduler.Waits.Words;
import java.util.ArrayList;
import java.util.List;

/** Says why a job waits. Names what is the tenant's own; of others it gives numbers only. */
final class WaitWords {

    private WaitWords() {}

    static Words of(Waiting job, ClusterSnapshot cluster, List<Held> held) {
        if (!cluster.available()) {
            return new Words("Waits for the cluster: " + cluster.trouble(), "");
        }
        if (job.gpus() > 0 && cluster.largestGpus() == 0) {
            return new Words(
                    "Asks for %s; the cluster has none.".formatted(count(job.gpus(), "GPU", "GPUs")),
                    "Cancel it and submit it without a GPU.");
        }
        if (!job.possible()) {
            return new Words(
                    "Asks for %s; the largest node has %s."
                            .formatted(
                                    amount(job.cpus(), job.gpus(), job.memoryBytes()),
                                    amount(cluster.largestCpus(), cluster.largestGpus(), cluster.largestMemoryBytes())),
                    "Cancel it and submit it with less.");
        }
        if (!job.due()) {
            return new Words(job.reason().isEmpty() ? "Is tried again in a moment." : job.reason(), "");
        }
        if (job.fits()) {
            return job.place() == 1
                    ? new Words("Is about to start.", "")
                    : new Words(
                            "Waits for its turn: %s before it.".formatted(count(job.place() - 1, "job is", "jobs are")),
                            "");
        }
        return noRoom(job, cluster, held);
    }

    private static Words noRoom(Waiting job, ClusterSnapshot cluster, List<Held> held) {
        int freeCpus = cluster.cpus() - held.stream().mapToInt(Held::cpus).sum();
        int freeGpus = cluster.gpus() - held.stream().mapToInt(Held::gpus).sum();
        long freeMemory = cluster.memoryBytes()
                - held.stream().mapToLong(Held::memoryBytes).sum();
        String what;
        if (job.gpus() > freeGpus) {
            what = "%s: %s".formatted(count(job.gpus(), "GPU", "GPUs"), inUse(freeGpus, cluster.gpus(), "GPU", "GPUs"));
        } else if (job.cpus() > freeCpus) {
            what = "%s: %s"
                    .formatted(count(job.cpus(), "core", "cores"), inUse(freeCpus, cluster.cpus(), "core", "cores"));
        } else if (job.memoryBytes() > freeMemory) {
            what = "%s of memory: %s of %s are free"
                    .formatted(gib(job.memoryBytes()), gib(Math.max(0, freeMemory)), gib(cluster.memoryBytes()));
        } else {
            what = "%s on one node: the free ones are spread over several"
                    .formatted(amount(job.cpus(), job.gpus(), job.memoryBytes()));
        }
        return new Words("Waits for " + what + users(job, held) + ".", sooner(job, freeCpus, held));
    }

    private static String inUse(int free, int all, String one, String many) {
        return free <= 0
                ? "all %s in use".formatted(all == 1 ? "is" : all + " are")
                : free + " of " + all + " " + (all == 1 ? one : many) + (free == 1 ? " is free" : " are free");
    }

    /** "… by your job "X" and 2 jobs of other tenants". */
    private static String users(Waiting job, List<Held> held) {
        var own = held.stream()
                .filter(h -> h.tenant().equals(job.tenant()))
                .map(h -> "\"" + h.project() + "\"")
                .distinct()
                .limit(3)
                .toList();
        long others =
                held.stream().filter(h -> !h.tenant().equals(job.tenant())).count();
        var parts = new ArrayList<String>();
        if (!own.isEmpty()) {
            parts.add("your " + String.join(", ", own));
        }
        if (others > 0) {
            parts.add(count((int) others, "job of another tenant", "jobs of other tenants"));
        }
        return parts.isEmpty() ? "" : ", by " + String.join(" and ", parts);
    }

    private static String sooner(Waiting job, int freeCpus, List<Held> held) {
        if (freeCpus > 0 && job.cpus() > freeCpus) {
            return "With %s it could start now.".formatted(count(freeCpus, "core", "cores"));
        }
        return held.stream().anyMatch(h -> h.tenant().equals(job.tenant()))
                ? "Cancelling a running job of yours would start it sooner."
                : "";
    }

    private static String amount(int cpus, int gpus, long memory) {
        return count(cpus, "core", "cores") + (gpus == 0 ? "" : ", " + count(gpus, "GPU", "GPUs")) + " and "
                + gib(memory);
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private static String gib(long bytes) {
        return "%.1f GiB".formatted(bytes / (double) (1 << 30));
    }
}
