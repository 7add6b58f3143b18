package io.millwright.governance.models;

import io.millwright.governance.Page;
import io.millwright.governance.datasets.DatasetId;
import io.millwright.tenancy.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The model registry. The broker registers what training jobs made; members look, compare and download; engineers submit
 * and archive, approvers decide. Every member may read.
 */
public interface Models {

    /**
     * Makes a model version, a DRAFT. Called by the broker in the transaction that commits the attempt, which must be
     * running. The number is taken under a lock of the model that is held until that transaction ends.
     *
     * @param caller who is written down as its maker, usually who started the job
     */
    ModelVersion register(Caller caller, NewModelVersion version);

    /** The tenant's models, by name. */
    Page<Model> list(Caller caller, @Nullable String after, int limit);

    Model get(Caller caller, UUID model);

    /** The model of a project, empty before its first training has ended. */
    Optional<Model> ofProject(Caller caller, UUID project);

    /** The version that a job made. */
    Optional<ModelVersion> ofJob(Caller caller, UUID job);

    /** Versions that were trained on any version of a dataset, newest first. */
    List<ModelVersion> trainedOn(Caller caller, DatasetId dataset);

    /** Versions that wait for a decision which the caller may make: not those that the caller submitted. The longest wait first. */
    List<ModelVersion> awaiting(Caller caller);

    /** All versions of a model, newest first. */
    List<ModelVersion> versions(Caller caller, UUID model);

    ModelVersion version(Caller caller, UUID model, int number);

    /** A version by its own identity. */
    ModelVersion version(Caller caller, UUID version);

    /** The whole report of a version, with charts; a JSON object as text, up to some megabytes. */
    String report(Caller caller, UUID version);

    /**
     * Versions side by side.
     *
     * @param versions identities, 2 to 10, of any models
     */
    ModelComparison compare(Caller caller, List<UUID> versions);

    /** DRAFT → PENDING_REVIEW; needs ENGINEER. */
    ModelVersion submit(Caller caller, UUID version, String note);

    /** PENDING_REVIEW → APPROVED; needs APPROVER, who must not be the one who submitted. */
    ModelVersion approve(Caller caller, UUID version, String reason);

    /** PENDING_REVIEW → REJECTED; needs APPROVER, who must not be the one who submitted, and a reason. */
    ModelVersion reject(Caller caller, UUID version, String reason);

    /** DRAFT, APPROVED or REJECTED → ARCHIVED; needs ENGINEER. */
    ModelVersion archive(Caller caller, UUID version, String reason);

    /** The model card: Markdown made from the recorded facts. */
    String card(Caller caller, UUID version);

    /** One file of a version, for jobs that score with it. The caller closes the stream. */
    InputStream openFile(Caller caller, UUID version, String name) throws IOException;

    /**
     * Writes a zip with the model's files, its card, its report and a {@code MANIFEST.json} that lists all of them with
     * digests. The download is audited before the first byte leaves.
     *
     * @param out not closed
     */
    void writeArtifact(Caller caller, UUID version, OutputStream out) throws IOException;

    /** A file name for that zip, e.g. {@code card-fraud-v3.zip}. */
    String artifactFilename(ModelVersion version);
}
