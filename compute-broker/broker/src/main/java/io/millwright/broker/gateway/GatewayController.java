package io.millwright.broker.gateway;

import io.millwright.broker.EngineRef;
import io.millwright.governance.datasets.Datasets;
import io.millwright.governance.models.Models;
import io.millwright.tenancy.ObjectStore;
import io.millwright.tenancy.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The gateway's paths. Text and bytes only: agents have nothing but the JDK. */
@RestController
@RequestMapping("/gateway/v1/attempts/{attempt}")
final class GatewayController {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayController.class);
    private static final Pattern DIGEST = Pattern.compile("sha-256=([0-9a-f]{64})");
    private static final int MAX_BATCH = 16 << 20;

    private final AttemptGate gate;
    private final SpecWriter specs;
    private final EnginePacks engines;
    private final EventIntake events;
    private final OutputIntake outputs;
    private final ResultIntake results;
    private final CheckpointIntake checkpoints;
    private final TrialIntake trials;
    private final Liveness liveness;
    private final ObjectStore objects;
    private final Datasets datasets;
    private final Models models;

    GatewayController(
            AttemptGate gate,
            SpecWriter specs,
            EnginePacks engines,
            EventIntake events,
            OutputIntake outputs,
            ResultIntake results,
            CheckpointIntake checkpoints,
            TrialIntake trials,
            Liveness liveness,
            ObjectStore objects,
            Datasets datasets,
            Models models) {
        this.gate = gate;
        this.specs = specs;
        this.engines = engines;
        this.events = events;
        this.outputs = outputs;
        this.results = results;
        this.checkpoints = checkpoints;
        this.trials = trials;
        this.liveness = liveness;
        this.objects = objects;
        this.datasets = datasets;
        this.models = models;
    }

    @GetMapping(path = "/spec", produces = "text/plain;charset=UTF-8")
    byte[] spec(HttpServletRequest request) {
        var attempt = enter(request);
        liveness.touch(attempt);
        return specs.write(attempt);
    }

    @GetMapping("/template")
    void template(HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(objects.open(TenantId.PLATFORM, enter(request).template().digest()), response);
    }

    @GetMapping("/engines/{engine}")
    void engine(@PathVariable("engine") String engine, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var attempt = enter(request);
        EngineRef wanted = attempt.engines().stream()
                .filter(known -> known.name().equals(engine))
                .findFirst()
                .orElseThrow(() -> Refusal.missing("engine " + engine));
        var pack = engines.find(wanted);
        response.setContentLengthLong(pack.size());
        send(Files.newInputStream(pack.file()), response);
    }

    @GetMapping("/inputs/dataset")
    void dataset(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var attempt = enter(request);
        if (attempt.datasetVersion() == null) {
            throw Refusal.missing("dataset");
        }
        var table = datasets.version(attempt.caller(), attempt.datasetVersion()).canonical();
        response.setContentLengthLong(table.size());
        send(objects.open(attempt.tenant(), table.digest()), response);
    }

    @GetMapping("/inputs/images")
    void images(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var attempt = enter(request);
        content(attempt, attempt.datasetVersion(), "images", response);
    }

    @GetMapping("/inputs/weights")
    void weights(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var attempt = enter(request);
        content(attempt, attempt.weightsVersion(), "weights", response);
    }

    private void content(AttemptFacts attempt, @Nullable UUID version, String what, HttpServletResponse response)
            throws IOException {
        var content = version == null
                ? null
                : datasets.version(attempt.caller(), version).content();
        if (content == null) {
            throw Refusal.missing(what);
        }
        response.setContentLengthLong(content.size());
        send(objects.open(attempt.tenant(), content.digest()), response);
    }

    @GetMapping("/inputs/checkpoint")
    void checkpoint(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var attempt = enter(request);
        var saved = checkpoints.of(attempt).orElseThrow(() -> Refusal.missing("checkpoint"));
        response.setContentLengthLong(saved.size());
        send(checkpoints.open(attempt, saved), response);
    }

    @PutMapping("/checkpoint")
    void saveCheckpoint(
            @RequestHeader(name = "X-Digest", required = false) @Nullable String digest, HttpServletRequest request)
            throws IOException {
        var attempt = enter(request);
        try (var alive = liveness.keep(attempt)) {
            checkpoints.take(attempt, announced(digest), request.getInputStream());
        }
    }

    @GetMapping("/inputs/model/{*file}")
    void model(@PathVariable("file") String file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var attempt = enter(request);
        if (attempt.modelVersion() == null) {
            throw Refusal.missing("model");
        }
        var name = file.substring(1);
        var wanted = models.version(attempt.caller(), attempt.modelVersion()).files().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.missing("model file " + name));
        response.setContentLengthLong(wanted.object().size());
        send(objects.open(attempt.tenant(), wanted.object().digest()), response);
    }

    @PostMapping(path = "/events", produces = "text/plain;charset=UTF-8")
    String events(@PathVariable("attempt") String name, HttpServletRequest request) throws IOException {
        var entry = gate.look(name, request.getHeader("Authorization"));
        var body = text(request, MAX_BATCH);
        try {
            if (entry.current()) {
                return events.take(entry.facts(), body);
            }
        } catch (Refusal refused) {
            if (refused.status() != 409) {
                throw refused;
            }
            entry = gate.look(name, request.getHeader("Authorization"));
        }
        if (body.isEmpty() && entry.mayStillBeHeard()) {
            return "continue";
        }
        throw gate.replayed(entry, request.getRequestURI(), request.getRemoteAddr());
    }

    @PostMapping(path = "/trials", produces = "text/plain;charset=UTF-8")
    String askForTrials(HttpServletRequest request) throws IOException {
        trials.ask(enter(request), text(request, MAX_BATCH));
        return "asked";
    }

    @GetMapping(path = "/trials", produces = "text/plain;charset=UTF-8")
    String endedTrials(HttpServletRequest request) {
        return trials.ended(enter(request));
    }

    @PutMapping("/outputs/{*path}")
    void output(
            @PathVariable("path") String path,
            @RequestHeader(name = "X-Digest", required = false) @Nullable String digest,
            HttpServletRequest request)
            throws IOException {
        var attempt = enter(request);
        try (var alive = liveness.keep(attempt)) {
            outputs.take(attempt, path.substring(1), announced(digest), request.getInputStream());
        }
    }

    private static String announced(@Nullable String header) {
        var announced = DIGEST.matcher(header == null ? "" : header);
        if (!announced.matches()) {
            throw Refusal.malformed("The header X-Digest must be sha-256=<64 hexadecimal digits>.");
        }
        return announced.group(1);
    }

    @PostMapping(path = "/result", produces = "text/plain;charset=UTF-8")
    String result(@PathVariable("attempt") String name, HttpServletRequest request) throws IOException {
        var authorization = request.getHeader("Authorization");
        var entry = gate.look(name, authorization);
        var message = ResultMessage.parse(text(request, MAX_BATCH));
        if (!results.take(name, () -> gate.look(name, authorization), message)) {
            throw gate.replayed(entry, request.getRequestURI(), request.getRemoteAddr());
        }
        return "committed";
    }

    @ExceptionHandler
    ResponseEntity<String> refused(Refusal refusal, HttpServletRequest request) {
        LOG.atInfo()
                .addKeyValue("path", request.getRequestURI())
                .addKeyValue("status", refusal.status())
                .addKeyValue("why", refusal.text())
                .log("An agent was refused");
        return ResponseEntity.status(refusal.status()).body(refusal.text());
    }

    private AttemptFacts enter(HttpServletRequest request) {
        var rest = request.getRequestURI().substring("/gateway/v1/attempts/".length());
        int slash = rest.indexOf('/');
        return gate.enter(
                rest.substring(0, slash < 0 ? rest.length() : slash),
                request.getHeader("Authorization"),
                request.getRequestURI(),
                request.getRemoteAddr());
    }

    private static void send(InputStream bytes, HttpServletResponse response) throws IOException {
        response.setContentType("application/octet-stream");
        try (bytes) {
            bytes.transferTo(response.getOutputStream());
        }
    }

    private static String text(HttpServletRequest request, int limit) throws IOException {
        var bytes = request.getInputStream().readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw Refusal.tooLarge("A message", limit);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
