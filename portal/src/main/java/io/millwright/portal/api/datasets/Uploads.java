package io.millwright.portal.api.datasets;

import io.millwright.governance.datasets.DatasetId;
import io.millwright.governance.datasets.Datasets;
import io.millwright.governance.datasets.UploadOutcome;
import io.millwright.portal.Digests;
import io.millwright.portal.api.Answers;
import io.millwright.portal.api.Once;
import io.millwright.portal.api.datasets.UploadStream.Incoming;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Receives a file as it streams in and hands it to the catalogue; nothing of it is kept in memory. */
@Component
class Uploads {

    private final Datasets datasets;
    private final Once once;

    Uploads(Datasets datasets, Once once) {
        this.datasets = datasets;
        this.once = once;
    }

    /** @param dataset the dataset that gets a version; null when the form names it */
    ResponseEntity<?> receive(Caller engineer, HttpServletRequest request, @Nullable DatasetId dataset) {
        // Before the first byte of a gigabyte is read.
        engineer.require(Role.ENGINEER);
        try (var incoming = UploadStream.open(request, dataset == null)) {
            var asked = Map.of("name", incoming.name(), "filename", incoming.filename());
            var answer = once.around(engineer, request, asked, () -> store(engineer, dataset, incoming));
            if (answer.getBody() instanceof JsonNode earlier) {
                sameFile(
                        request.getHeader(Once.HEADER),
                        incoming,
                        earlier.path("digest").asString(""));
            }
            return answer;
        } catch (IOException broken) {
            throw MillwrightException.user(
                    "upload-incomplete",
                    "The upload ended before the file was complete.",
                    "Send it again; nothing of it was kept.");
        }
    }

    private ResponseEntity<?> store(Caller engineer, @Nullable DatasetId dataset, Incoming incoming) {
        UploadOutcome outcome = dataset == null
                ? datasets.upload(engineer, incoming.name(), incoming.filename(), incoming.bytes())
                : datasets.upload(engineer, dataset, incoming.filename(), incoming.bytes());
        if (dataset == null) {
            var made = datasets.get(engineer, outcome.version().dataset());
            return Answers.created(DatasetViews.dataset(engineer.tenant(), made));
        }
        return Answers.created(DatasetViews.version(engineer.tenant(), outcome.version()));
    }

    /** A request that is sent again must bring the same file, which is only known once it was read. */
    private static void sameFile(@Nullable String key, Incoming incoming, String digest) throws IOException {
        var sha = Digests.newSha256();
        new DigestInputStream(incoming.bytes(), sha).transferTo(OutputStream.nullOutputStream());
        if (!HexFormat.of().formatHex(sha.digest()).equals(digest)) {
            throw MillwrightException.conflict(
                    "idempotency-key-reused",
                    "The Idempotency-Key \"%s\" was used for another file.".formatted(key),
                    "Use a new key for a new request.");
        }
    }
}
