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
            requireDevices(spec);
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

    /** The node is to blame, and another may have them. */
    private void requireDevices(AttemptSpec spec) throws AttemptFailure {
        int granted = settings.devices().size();
        if (granted < spec.gpus()) {
            throw new AttemptFailure(Verdict.agent(
                    "gpu-missing",
                    "The node was to give %d GPUs to this job and gave %d.".formatted(spec.gpus(), granted),
                    "Start the job without a GPU, or ask an operator to look at the node."));
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
        try (var checkpoints = new CheckpointUpload(gateway, relay, stop, work.outputs());
                var trials = new TrialRelay(gateway, relay, process::tell)) {
            output.serve(requests(checkpoints, trials));
            new AttemptInputs(fetcher, relay, spec, work).fetch();
            process.go();
            return watch.untilEnd();
        } finally {
            peakBytes = watch.peakBytes();
            process.kill();
        }
    }

    private static TemplateRequests requests(CheckpointUpload checkpoints, TrialRelay trials) {
        return new TemplateRequests() {
            @Override
            public void checkpoint(String name) {
                checkpoints.add(name);
            }

            @Override
            public void trial(String[] fields) {
                trials.ask(fields);
            }
        };
    }

    private Path unpacked(NodeCache cache, Input archive) throws StoppedException, AttemptFailure {
        if (!cache.has(archive)) {
            relay.phase("Fetching " + archive.title());
        }
        return cache.unpacked(archive);
    }

    private void commit(Verdict verdict) throws StoppedException, AttemptFailure {
        relay.flush();
        var facts = verdict.facts(peakBytes, output.sandbox(), NodeFacts.of(settings));
        facts.putAll(output.found());
        gateway.post("result", PropertiesText.format(facts));
    }
}
