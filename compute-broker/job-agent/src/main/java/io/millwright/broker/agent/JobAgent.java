package io.millwright.broker.agent;

import io.millwright.broker.agent.AttemptSpec.Input;
import io.millwright.broker.agent.StopSignal.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;

/**
 * Carries one attempt from its spec to its result. Made by {@link AgentMain} or {@link AgentActor}, one per process.
 */
public final class JobAgent {

    private final AgentSettings settings;
    private final StopSignal stop = new StopSignal();
    private final Gateway gateway;
    private final EventRelay relay;
    private final TemplateOutput output;
    private final long startedNanos = System.nanoTime();
    private long peakBytes;

    public JobAgent(AgentSettings settings) {
        this(settings, Gateway.PATIENCE);
    }

    /** @param patience how long the gateway may be away */
    JobAgent(AgentSettings settings, Duration patience) {
        this.settings = settings;
        this.gateway = new Gateway(settings.gateway(), settings.token(), stop, patience);
        this.relay = new EventRelay(gateway, stop);
        this.output = new TemplateOutput(relay);
    }

    /**
     * Carries the attempt; returns when it is over and the template process is dead. Call it on a platform thread that
     * lives as long: the template process is bound to the thread that started it.
     */
    public AgentOutcome run() {
        try {
            commit(verdict());
        } catch (StoppedException told) {
            // the signal says why
        } catch (AttemptFailure refused) {
            System.err.println("The gateway did not take the result: " + refused.getMessage());
            stop.raise(Reason.ABANDONED);
        } finally {
            relay.close();
        }
        return switch (stop.reason()) {
            case NONE, CANCELLED -> AgentOutcome.COMMITTED;
            case FENCED -> AgentOutcome.FENCED;
            case ABANDONED -> AgentOutcome.ABANDONED;
        };
    }

    private Verdict verdict() throws StoppedException {
        try {
            var spec = AttemptSpec.parse(gateway.get("spec", InputStream::readAllBytes));
            relay.heartbeatEvery(spec.heartbeatSeconds());
            relay.start();
            try (var work = WorkFolder.open(settings.workFolder(), settings.attempt())) {
                Verdict verdict = carry(spec, work);
                if (verdict.succeeded()) {
                    relay.phase("Saving results");
                    new Outputs(gateway, work).upload();
                }
                return verdict;
            }
        } catch (AttemptFailure failure) {
            return failure.verdict();
        } catch (StoppedException stopped) {
            if (stop.silent()) {
                throw stopped;
            }
            return Verdict.cancelled();
        } catch (IOException | RuntimeException failed) {
            return Verdict.agent(
                    "agent-failed",
                    "The job's agent could not go on: " + failed + ".",
                    "Start the job again; if it happens again, ask an operator to look at the node.");
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            stop.raise(Reason.ABANDONED);
            throw new StoppedException();
        }
    }

    private Verdict carry(AttemptSpec spec, WorkFolder work)
            throws IOException, InterruptedException, StoppedException, AttemptFailure {
        var fetcher = new Fetcher(gateway, stop);
        var cache = new NodeCache(settings.cacheFolder(), settings.attempt(), fetcher);
        Path template = unpacked(cache, spec.template());
        var engines = new ArrayList<Path>();
        for (Input engine : spec.engines()) {
            engines.add(unpacked(cache, engine));
        }
        Files.write(work.inputs().resolve("attempt.properties"), PropertiesText.format(spec.facts()));
        var process = TemplateProcess.start(settings, spec, work, template, engines, output);
        var watch = new Watch(process, spec, work, stop, startedNanos);
        try (var checkpoints = new CheckpointUpload(gateway, relay, stop, work.outputs())) {
            output.serve(checkpoints::add);
            fetchInputs(fetcher, spec, work);
            process.go();
            return watch.untilEnd();
        } finally {
            peakBytes = watch.peakBytes();
            process.kill();
        }
    }

    private Path unpacked(NodeCache cache, Input archive) throws StoppedException, AttemptFailure {
        if (!cache.has(archive)) {
            relay.phase("Fetching " + archive.title());
        }
        return cache.unpacked(archive);
    }

    private void fetchInputs(Fetcher fetcher, AttemptSpec spec, WorkFolder work)
            throws IOException, StoppedException, AttemptFailure {
        for (Input dataset : spec.dataset()) {
            relay.phase("Fetching dataset");
            fetcher.fetchUnpacked(dataset, work.inputs().resolve("dataset.csv"));
        }
        for (Input checkpoint : spec.checkpoint()) {
            relay.phase("Fetching checkpoint");
            fetchCheckpoint(fetcher, checkpoint, work);
        }
        for (Input file : spec.modelFiles()) {
            Path model = Folders.make(work.inputs().resolve("model"));
            fetcher.fetch(file, model.resolve(simple(file.name())));
        }
    }

    /** What cannot be unpacked was never one: the template begins anew. */
    private void fetchCheckpoint(Fetcher fetcher, Input checkpoint, WorkFolder work)
            throws IOException, StoppedException, AttemptFailure {
        Path archive = work.inputs().resolve("checkpoint.zip");
        Path folder = Folders.make(work.inputs().resolve("checkpoint"));
        fetcher.fetch(checkpoint, archive);
        try {
            Archive.unpack(archive, folder, Archive.MAX_CHECKPOINT_BYTES);
        } catch (IOException damaged) {
            Folders.remove(folder);
            relay.log("(the checkpoint cannot be used: " + damaged.getMessage() + ")");
        }
        Files.delete(archive);
    }

    private void commit(Verdict verdict) throws StoppedException, AttemptFailure {
        relay.flush();
        gateway.post(
                "result", PropertiesText.format(verdict.facts(peakBytes, output.sandbox(), NodeFacts.of(settings))));
    }

    private static String simple(String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw new IllegalArgumentException("not the name of a model's file: " + name);
        }
        return name;
    }
}
