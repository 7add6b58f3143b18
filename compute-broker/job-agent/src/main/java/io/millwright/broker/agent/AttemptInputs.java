package io.millwright.broker.agent;

import io.millwright.broker.agent.AttemptSpec.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Brings what an attempt reads into its folder. */
final class AttemptInputs {

    private final Fetcher fetcher;
    private final EventRelay relay;
    private final AttemptSpec spec;
    private final WorkFolder work;

    AttemptInputs(Fetcher fetcher, EventRelay relay, AttemptSpec spec, WorkFolder work) {
        this.fetcher = fetcher;
        this.relay = relay;
        this.spec = spec;
        this.work = work;
    }

    void fetch() throws IOException, StoppedException, AttemptFailure {
        for (Input dataset : spec.dataset()) {
            fetchShared(dataset, "dataset.csv", true);
        }
        for (Input images : spec.images()) {
            fetchShared(images, "images.zip", false);
        }
        for (Input weights : spec.weights()) {
            fetchShared(weights, "weights.safetensors", false);
        }
        for (Input checkpoint : spec.checkpoint()) {
            relay.phase("Fetching checkpoint");
            fetchCheckpoint(checkpoint);
        }
        for (Input file : spec.modelFiles()) {
            Path model = Folders.make(work.inputs().resolve("model"));
            fetcher.fetch(file, model.resolve(simple(file.name())));
        }
    }

    /** Once for all attempts of the job that run on this node at the same time. */
    private void fetchShared(Input input, String name, boolean compressed)
            throws IOException, StoppedException, AttemptFailure {
        Path target = work.inputs().resolve(name);
        if (work.borrow(spec.job(), input.digest(), target)) {
            return;
        }
        relay.phase("Fetching " + input.title());
        if (compressed) {
            fetcher.fetchUnpacked(input, target);
        } else {
            fetcher.fetch(input, target);
        }
        work.lend(input.digest(), target);
    }

    /** What cannot be unpacked was never one: the template begins anew. */
    private void fetchCheckpoint(Input checkpoint) throws IOException, StoppedException, AttemptFailure {
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

    private static String simple(String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw new IllegalArgumentException("not the name of a model's file: " + name);
        }
        return name;
    }
}
