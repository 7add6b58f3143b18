package io.millwright.governance.models;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.governance.GovernanceTest;
import io.millwright.governance.audit.AuditQuery;
import io.millwright.governance.audit.AuditTrail;
import io.millwright.governance.datasets.DatasetVersion;
import io.millwright.governance.datasets.Datasets;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.DatabaseProperties;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.ObjectStore;
import io.millwright.tenancy.Role;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ModelsTest extends GovernanceTest {

    private static final String REPORT = """
            {"headline": "Finds 7 of 10 | frauds", "metrics": [{"name": "auc", "title": "AUC", "unit": "",
             "explanation": "1 is perfect"}], "notes": [{"level": "warning", "text": "Few frauds"}]}""";

    @Autowired
    Models models;

    @Autowired
    Datasets datasets;

    @Autowired
    ObjectStore objects;

    @Autowired
    AuditTrail trail;

    @Autowired
    DatabaseProperties database;

    private DatasetVersion data;
    private UUID project;

    @BeforeEach
    void aDataset() {
        var bytes = new ByteArrayInputStream("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        data = datasets.upload(engineer(), "Data", "data.csv", bytes).version();
        project = UUID.randomUUID();
    }

    private Caller engineer() {
        return as("eve", Role.ENGINEER);
    }

    private Caller approver() {
        return as("abe", Role.APPROVER);
    }

    @Test
    void a_job_registers_a_draft_once() {
        var version = register(UUID.randomUUID(), .9);
        assertThat(version.number()).isEqualTo(1);
        assertThat(version.stage()).isEqualTo(Stage.DRAFT);
        assertThat(version.metrics()).containsEntry("auc", .9);
        assertThat(version.files()).hasSize(2);
        assertThat(version.digest()).isEqualTo(ModelDigest.of(version.files()));
        assertThat(register(version.job(), .1)).isEqualTo(version);
        assertThat(models.ofProject(engineer(), project).orElseThrow().latest()).isEqualTo(version);
        assertThat(models.ofJob(engineer(), version.job())).contains(version);
        assertThat(models.trainedOn(engineer(), data.dataset())).containsExactly(version);
        assertThatThrownBy(() -> models.register(engineer(), fresh(UUID.randomUUID(), .5)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void lists_are_given_reports_without_charts() {
        var report =
                REPORT.replaceFirst("\\{", "{\"charts\": [{\"type\": \"bars\"}], \"odd\": \"\\\\u0000 \\\\ud800\", ");
        var like = fresh(UUID.randomUUID(), .9);
        var made = transactions.call(
                engineer(),
                () -> models.register(
                        engineer(),
                        new NewModelVersion(
                                like.project(),
                                like.modelName(),
                                like.job(),
                                like.datasetVersion(),
                                like.template(),
                                like.options(),
                                like.seed(),
                                like.metrics(),
                                report,
                                like.environment(),
                                like.files())));

        assertThat(models.report(engineer(), made.id())).isEqualTo(report);
        for (var shown : List.of(
                made,
                models.versions(engineer(), made.model()).getFirst(),
                models.get(engineer(), made.model()).latest())) {
            assertThat(shown.summaryJson())
                    .contains("Finds 7 of 10 | frauds", "1 is perfect")
                    .doesNotContain("charts", "bars");
        }
        assertThatThrownBy(() -> models.report(engineer(), UUID.randomUUID())).hasMessageContaining("model version");
    }

    /** Versions that were made before reports had summaries are given theirs, behind the fence that holds their owner, too. */
    @Test
    void earlier_versions_are_given_their_summaries() throws Exception {
        var plain = register(UUID.randomUUID(), .9);
        var odd = register(UUID.randomUUID(), .8);
        var migration = new String(
                requireNonNull(getClass().getResourceAsStream("/db/governance/V5__model_summaries.sql"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        try (var owner = DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword());
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("ALTER TABLE model_version DROP COLUMN summary");
            statement.execute("ALTER TABLE model_version NO FORCE ROW LEVEL SECURITY");
            statement.execute(
                    "UPDATE model_version SET report = '{\"headline\": \"\\u0000\", \"charts\": []}' WHERE id = '"
                            + odd.id() + "'");
            statement.execute("ALTER TABLE model_version FORCE ROW LEVEL SECURITY");
            statement.execute(migration);
            owner.commit();
        }

        assertThat(models.version(engineer(), plain.id()).summaryJson()).contains("Finds 7 of 10 | frauds");
        assertThat(models.version(engineer(), odd.id()).summaryJson()).isEqualTo("{}");
        assertThat(models.report(engineer(), odd.id())).contains("charts");
    }

    @Test
    void a_version_is_found_by_its_number() {
        var first = register(UUID.randomUUID(), .9);
        var second = register(UUID.randomUUID(), .8);
        assertThat(models.version(engineer(), first.model(), 1)).isEqualTo(first);
        assertThat(models.version(engineer(), first.model(), 2)).isEqualTo(second);
        assertThatThrownBy(() -> models.version(engineer(), first.model(), 3)).hasMessageContaining("model version");
    }

    @Test
    void versions_have_no_gaps_whatever_fails_and_however_many_register() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = IntStream.range(0, 30)
                    .mapToObj(i -> (Callable<Void>) () -> {
                        try {
                            transactions.run(engineer(), () -> {
                                models.register(engineer(), fresh(UUID.randomUUID(), .5));
                                if (i % 3 == 0) {
                                    throw new IllegalStateException("rolled back");
                                }
                            });
                        } catch (IllegalStateException rolledBack) {
                            // wanted
                        }
                        return null;
                    })
                    .toList();
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
        var model = models.ofProject(engineer(), project).orElseThrow();
        assertThat(models.versions(engineer(), model.id()))
                .extracting(ModelVersion::number)
                .isEqualTo(IntStream.rangeClosed(1, 20).boxed().toList().reversed());
    }

    @Test
    void a_version_goes_through_review() {
        var version = register(UUID.randomUUID(), .9).id();
        assertThat(models.submit(engineer(), version, "please").stage()).isEqualTo(Stage.PENDING_REVIEW);
        assertThat(models.awaiting(approver())).extracting(ModelVersion::id).contains(version);
        assertThat(models.awaiting(engineer())).as("who does not decide").isEmpty();
        var approved = models.approve(approver(), version, "good");
        assertThat(approved.stage()).isEqualTo(Stage.APPROVED);
        assertThat(approved.decidedBy()).isEqualTo("abe");
        assertThat(models.awaiting(approver())).extracting(ModelVersion::id).doesNotContain(version);
        assertThat(models.ofProject(engineer(), project).orElseThrow().approved())
                .isEqualTo(approved);
        assertThat(models.archive(engineer(), version, "old").stage()).isEqualTo(Stage.ARCHIVED);
        assertThat(trail.search(as("ann", Role.AUDITOR), AuditQuery.of("model-version", version.toString()), null, 9)
                        .items())
                .extracting(entry -> entry.event().action())
                .containsExactly("model.archived", "model.approved", "model.submitted", "model.registered");
    }

    @Test
    void nobody_decides_on_their_own_submission() {
        var version = register(UUID.randomUUID(), .9).id();
        var both = as("eve", Role.ENGINEER, Role.APPROVER);
        models.submit(both, version, "");
        assertThat(models.awaiting(both)).extracting(ModelVersion::id).doesNotContain(version);
        assertThatThrownBy(() -> models.approve(both, version, "mine")).hasMessageContaining("cannot decide on it");
        assertThatThrownBy(() -> transactions.run(both, () -> sql.sql(
                                "UPDATE model_version SET stage = 'APPROVED', decided_by = 'eve', decided_at = now()"
                                        + " WHERE id = :id")
                        .param("id", version)
                        .update()))
                .rootCause()
                .hasMessageContaining("violates check constraint");
        assertThatThrownBy(() -> models.reject(approver(), version, " ")).hasMessage("A rejection needs a reason.");
        assertThat(models.reject(approver(), version, "too few frauds").stage()).isEqualTo(Stage.REJECTED);
    }

    @Test
    void each_verb_needs_its_role_and_its_stage() {
        var version = register(UUID.randomUUID(), .9).id();
        var viewer = as("joe", Role.VIEWER, Role.AUDITOR);
        for (var verb : List.<Runnable>of(
                () -> models.submit(viewer, version, ""),
                () -> models.submit(approver(), version, ""),
                () -> models.approve(engineer(), version, ""),
                () -> models.approve(as("ann", Role.ADMIN), version, ""),
                () -> models.reject(viewer, version, "x"),
                () -> models.archive(approver(), version, ""))) {
            assertThatThrownBy(verb::run)
                    .isInstanceOfSatisfying(MillwrightException.class, refusal -> assertThat(refusal.kind())
                            .isEqualTo(MillwrightException.Kind.REFUSED));
        }
        assertThatThrownBy(() -> models.approve(approver(), version, ""))
                .hasMessage("Version 1 of \"Card fraud\" is draft and cannot become approved.");
        models.archive(engineer(), version, "");
        assertThatThrownBy(() -> models.submit(engineer(), version, "")).hasMessageContaining("is archived");
    }

    @Test
    void stages_lead_where_the_chart_says() {
        for (var from : Stage.values()) {
            assertThat(from.leadsTo(from)).isFalse();
            assertThat(Stage.ARCHIVED.leadsTo(from)).isFalse();
            assertThat(from.leadsTo(Stage.DRAFT)).isFalse();
        }
        assertThat(Stage.DRAFT.next()).containsExactly(Stage.PENDING_REVIEW, Stage.ARCHIVED);
        assertThat(Stage.PENDING_REVIEW.next()).containsExactly(Stage.APPROVED, Stage.REJECTED);
    }

    @Test
    void what_was_trained_never_changes() {
        var version = register(UUID.randomUUID(), .9).id();
        for (var change : List.of("metrics = '{}'", "seed = 1", "digest = repeat('0', 64)")) {
            assertThatThrownBy(() -> transactions.run(
                            engineer(), () -> sql.sql("UPDATE model_version SET " + change + " WHERE id = :id")
                                    .param("id", version)
                                    .update()))
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void another_tenant_sees_nothing() {
        var version = register(UUID.randomUUID(), .9);
        var bob = inOther(Role.ADMIN, Role.APPROVER);
        assertThat(models.list(bob, null, 10).items()).isEmpty();
        assertThat(models.ofProject(bob, project)).isEmpty();
        assertThat(models.ofJob(bob, version.job())).isEmpty();
        for (var look : List.<Callable<Object>>of(
                () -> models.get(bob, version.model()),
                () -> models.version(bob, version.id()),
                () -> models.versions(bob, version.model()),
                () -> models.submit(bob, version.id(), ""),
                () -> models.approve(bob, version.id(), ""),
                () -> models.card(bob, version.id()),
                () -> models.openFile(bob, version.id(), "model.ubj"))) {
            assertThatThrownBy(look::call)
                    .isInstanceOfSatisfying(MillwrightException.class, refusal -> assertThat(refusal.kind())
                            .isEqualTo(MillwrightException.Kind.MISSING));
        }
        assertThatThrownBy(() -> transactions.call(bob, () -> models.register(bob, fresh(UUID.randomUUID(), .5))))
                .rootCause()
                .hasMessageContaining("foreign key");
    }

    @Test
    void the_card_and_the_artifact_tell_the_facts() throws IOException {
        var version = register(UUID.randomUUID(), .9);
        var card = models.card(engineer(), version.id());
        assertThat(card)
                .contains("# Card fraud, version 1", "Finds 7 of 10 \\| frauds", "| AUC | 0.9")
                .contains("- Few frauds", data.given().digest(), "Seed 7.");
        var out = new ByteArrayOutputStream();
        models.writeArtifact(engineer(), version.id(), out);
        var files = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(files.keySet())
                .containsExactlyInAnyOrder(
                        "model/model.ubj", "model/recipe.json", "report.json", "README.md", "MANIFEST.json");
        assertThat(files.get("README.md")).isEqualTo(card);
        assertThat(files.get("MANIFEST.json"))
                .contains(ModelDigest.sha256("weights".getBytes(StandardCharsets.UTF_8)), version.digest());
        assertThat(models.artifactFilename(version)).isEqualTo("card-fraud-v1.zip");
        var again = new ByteArrayOutputStream();
        models.writeArtifact(engineer(), version.id(), again);
        assertThat(again.toByteArray()).isEqualTo(out.toByteArray());
    }

    @Test
    void versions_are_compared() {
        var first = register(UUID.randomUUID(), .9);
        var second = register(UUID.randomUUID(), .8);
        var comparison = models.compare(engineer(), List.of(first.id(), second.id()));
        assertThat(comparison.metrics()).containsEntry("auc", List.of(.9, .8));
        assertThat(comparison.differing()).containsOnlyKeys("rounds");
        assertThatThrownBy(() -> models.compare(engineer(), List.of(first.id())))
                .isInstanceOf(MillwrightException.class);
    }

    @Test
    void a_dataset_that_models_need_stays() {
        var version = register(UUID.randomUUID(), .9);
        assertThatThrownBy(() -> datasets.delete(engineer(), data.dataset(), ""))
                .hasMessage("The dataset \"Data\" is used by model \"Card fraud\" version 1.");
        models.archive(engineer(), version.id(), "");
        datasets.delete(engineer(), data.dataset(), "");
        assertThat(models.card(engineer(), version.id())).contains("Dataset \"Data\"");
    }

    @Test
    void lists_in_pages() {
        register(UUID.randomUUID(), .9);
        var firstProject = project;
        project = UUID.randomUUID();
        register(UUID.randomUUID(), .9);
        var first = models.list(engineer(), null, 1);
        var second = models.list(engineer(), first.next(), 1);
        assertThat(List.of(
                        first.items().getFirst().project(),
                        second.items().getFirst().project()))
                .containsExactlyInAnyOrder(firstProject, project);
        assertThat(second.next()).isNull();
    }

    private ModelVersion register(UUID job, double auc) {
        return transactions.call(engineer(), () -> models.register(engineer(), fresh(job, auc)));
    }

    private NewModelVersion fresh(UUID job, double auc) {
        return new NewModelVersion(
                project,
                "Card fraud",
                job,
                data.id(),
                new TemplateRef("fraud-detection", "1.0.0", "ab".repeat(32)),
                Map.of("rounds", auc > .85 ? "200" : "100"),
                7,
                Map.of("auc", auc),
                REPORT,
                Map.of("java", "25"),
                List.of(file("model.ubj", "weights"), file("recipe.json", "{}")));
    }

    private ModelFile file(String name, String content) {
        try {
            return new ModelFile(
                    name, objects.put(tenant, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8))));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
