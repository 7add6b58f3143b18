package io.millwright.governance.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.governance.GovernanceTest;
import io.millwright.governance.audit.AuditQuery;
import io.millwright.governance.audit.AuditTrail;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.ObjectStore;
import io.millwright.tenancy.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DatasetsTest extends GovernanceTest {

    private static final String TABLE = "id,amount,day\n1,2.5,2026-01-01\n2,,2026-01-02\n";

    @Autowired
    Datasets datasets;

    @Autowired
    ObjectStore objects;

    @Autowired
    AuditTrail trail;

    private Caller engineer() {
        return as("eve", Role.ENGINEER);
    }

    @Test
    void an_upload_becomes_a_version_in_three_forms_with_a_profile() throws IOException {
        var outcome = datasets.upload(engineer(), "", "C:\\data\\Card Payments.csv", bytes(TABLE));
        var version = outcome.version();
        assertThat(outcome.created()).isTrue();
        assertThat(version.datasetName()).isEqualTo("Card Payments");
        assertThat(version.number()).isEqualTo(1);
        assertThat(version.rows()).isEqualTo(2);
        assertThat(version.columns())
                .containsExactly(
                        new DatasetColumn("id", ColumnType.INTEGER),
                        new DatasetColumn("amount", ColumnType.DECIMAL),
                        new DatasetColumn("day", ColumnType.DATE));
        assertThat(version.lineage()).isEqualTo(Lineage.UPLOADED);
        assertThat(version).isEqualTo(datasets.version(engineer(), version.id()));
        assertThat(read(datasets.openGiven(engineer(), version.id()))).isEqualTo(TABLE);
        try (var canonical = new GZIPInputStream(
                datasets.openCanonical(engineer(), version.id()).bytes())) {
            assertThat(new String(canonical.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(TABLE);
        }
        try (var parquet = datasets.openParquet(engineer(), version.id()).bytes()) {
            assertThat(parquet.readNBytes(4)).isEqualTo("PAR1".getBytes(StandardCharsets.US_ASCII));
        }
        var profile = datasets.profile(engineer(), version.id());
        assertThat(profile.columns().get(1).missing()).isEqualTo(1);
        assertThat(profile.columns().get(2).histogram()).hasSize(Profile.BINS);
        assertThat(profile.sample()).containsExactly(List.of("1", "2.5", "2026-01-01"), row("2", null, "2026-01-02"));
        var entry = trail.search(as("ann", Role.AUDITOR), AuditQuery.ALL, null, 1)
                .items()
                .getFirst();
        assertThat(entry.event().action()).isEqualTo("dataset.uploaded");
        assertThat(entry.event().after())
                .containsEntry("digest", version.given().digest());
    }

    @Test
    void the_same_bytes_again_make_no_new_version() {
        var first = datasets.upload(engineer(), "Data", "a.csv", bytes(TABLE));
        var same = datasets.upload(engineer(), "data", "b.csv", bytes(TABLE));
        assertThat(same.created()).isFalse();
        assertThat(same.version()).isEqualTo(first.version());
        var second = datasets.upload(engineer(), first.version().dataset(), "c.csv", bytes(TABLE + "3,1,2026-01-03\n"));
        assertThat(second.version().number()).isEqualTo(2);
        assertThat(second.version().dataset()).isEqualTo(first.version().dataset());
        assertThat(datasets.versions(engineer(), first.version().dataset())).hasSize(2);
        assertThat(datasets.get(engineer(), first.version().dataset()).latest()).isEqualTo(second.version());
        var elsewhere = datasets.upload(engineer(), "Other", "a.csv", bytes(TABLE));
        assertThat(elsewhere.created()).isTrue();
    }

    @Test
    void versions_have_no_gaps_when_many_upload() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = IntStream.range(0, 6)
                    .mapToObj(i -> (Callable<UploadOutcome>)
                            () -> datasets.upload(engineer(), "Busy", "a.csv", bytes("n\n" + i + "\n")))
                    .toList();
            for (var done : threads.invokeAll(work)) {
                assertThat(done.get().created()).isTrue();
            }
        }
        var dataset = datasets.list(engineer(), null, 10).items().getFirst();
        assertThat(datasets.versions(engineer(), dataset.id()))
                .extracting(DatasetVersion::number)
                .containsExactly(6, 5, 4, 3, 2, 1);
    }

    @Test
    void a_file_that_is_refused_leaves_nothing_behind() throws IOException {
        assertThatThrownBy(() -> datasets.upload(engineer(), "Bad", "a.csv", bytes("a,b\n1,2\n3\n")))
                .hasMessage("Line 3 has 1 field where the header has 2.");
        assertThatThrownBy(() -> datasets.upload(engineer(), "Bad", "a.csv", new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("gone");
                    }
                }))
                .hasMessage("The file did not arrive completely or could not be stored.");
        assertThatThrownBy(() -> datasets.upload(engineer(), "x".repeat(121), "a.csv", bytes(TABLE)))
                .isInstanceOf(MillwrightException.class);
        assertThat(datasets.list(engineer(), null, 10).items()).isEmpty();
        assertThat(count("SELECT count(*) FROM dataset")).isZero();
        var scratch = Path.of(
                System.getProperty("java.io.tmpdir"),
                "millwright-tables",
                Long.toString(ProcessHandle.current().pid()));
        try (var left = Files.list(scratch)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void another_tenant_sees_nothing() {
        var version = datasets.upload(engineer(), "Mine", "a.csv", bytes(TABLE)).version();
        var bob = inOther(Role.ADMIN);
        assertThat(datasets.list(bob, null, 10).items()).isEmpty();
        for (var look : List.<Callable<Object>>of(
                () -> datasets.get(bob, version.dataset()),
                () -> datasets.version(bob, version.id()),
                () -> datasets.profile(bob, version.id()),
                () -> datasets.openGiven(bob, version.id()),
                () -> datasets.versions(bob, version.dataset()))) {
            assertThatThrownBy(look::call)
                    .isInstanceOfSatisfying(MillwrightException.class, refusal -> assertThat(refusal.kind())
                            .isEqualTo(MillwrightException.Kind.MISSING));
        }
        assertThatThrownBy(() -> datasets.delete(bob, version.dataset(), "")).isInstanceOf(MillwrightException.class);
        assertThat(transactions.call(bob, () -> sql.sql("SELECT count(*) FROM dataset_version")
                        .query(Long.class)
                        .single()))
                .isZero();
    }

    @Test
    void only_engineers_upload_and_delete() {
        var version = datasets.upload(engineer(), "Mine", "a.csv", bytes(TABLE)).version();
        var viewer = as("joe", Role.VIEWER, Role.APPROVER, Role.AUDITOR);
        assertThat(datasets.get(viewer, version.dataset()).name()).isEqualTo("Mine");
        assertThatThrownBy(() -> datasets.upload(viewer, "Mine", "a.csv", bytes(TABLE)))
                .hasMessageContaining("Engineer");
        assertThatThrownBy(() -> datasets.delete(viewer, version.dataset(), "")).hasMessageContaining("Engineer");
    }

    @Test
    void deleting_destroys_the_bytes_that_nothing_else_needs() {
        var first = datasets.upload(engineer(), "One", "a.csv", bytes(TABLE)).version();
        var second = datasets.upload(engineer(), "Two", "a.csv", bytes(TABLE)).version();
        datasets.delete(engineer(), first.dataset(), "not needed");
        assertThat(objects.exists(tenant, second.given().digest())).isTrue();
        assertThatThrownBy(() -> datasets.get(engineer(), first.dataset())).isInstanceOf(MillwrightException.class);
        assertThat(datasets.version(engineer(), first.id()).datasetName()).isEqualTo("One");
        datasets.delete(engineer(), second.dataset(), "");
        assertThat(objects.exists(tenant, second.given().digest())).isFalse();
        assertThat(objects.exists(tenant, second.parquet().digest())).isFalse();
        assertThat(datasets.upload(engineer(), "One", "a.csv", bytes(TABLE))
                        .version()
                        .number())
                .isEqualTo(1);
    }

    @Test
    void lists_in_pages_by_name() {
        for (var name : new String[] {"delta", "Alpha", "charlie", "Bravo"}) {
            datasets.upload(engineer(), name, "a.csv", bytes("n\n1\n"));
        }
        var first = datasets.list(engineer(), null, 3);
        assertThat(first.items()).extracting(Dataset::name).containsExactly("Alpha", "Bravo", "charlie");
        assertThat(datasets.list(engineer(), first.next(), 3).items())
                .extracting(Dataset::name)
                .containsExactly("delta");
    }

    @Test
    void rows_are_shown_in_pages_and_in_any_order() throws IOException {
        var text = "n,\"odd \"\"name\"\"\"\n1,b\n2,\n3,a\n4,c\n";
        var version = datasets.upload(engineer(), "Rows", "a.csv", bytes(text))
                .version()
                .id();
        var page = datasets.rows(engineer(), version, RowPage.Order.OF_THE_FILE, 1, 2);
        assertThat(page.rows()).containsExactly(row("2", null), row("3", "a"));
        assertThat(page.total()).isEqualTo(4);
        var sorted = datasets.rows(engineer(), version, new RowPage.Order("odd \"name\"", true), 0, 10);
        assertThat(sorted.rows()).extracting(List::getFirst).containsExactly("4", "1", "3", "2");
        assertThatThrownBy(() -> datasets.rows(engineer(), version, new RowPage.Order("no", true), 0, 1))
                .hasMessage("There is no column \"no\" here.");
        assertThatThrownBy(() -> datasets.rows(inOther(Role.ADMIN), version, RowPage.Order.OF_THE_FILE, 0, 1))
                .isInstanceOf(MillwrightException.class);
    }

    @Test
    void a_result_becomes_a_version_once() {
        var columns = List.of(
                new DatasetColumn("id", ColumnType.INTEGER),
                new DatasetColumn("score", ColumnType.DECIMAL),
                new DatasetColumn("why", ColumnType.TEXT));
        var prepared = datasets.prepareResult(tenant, columns, "result.csv", bytes("id,score,why\n1,0.5,a\n2,1,\n"));
        var job = UUID.randomUUID();
        var made = record(prepared, job);
        assertThat(made.columns()).isEqualTo(columns);
        assertThat(made.lineage()).isEqualTo(Lineage.sample(job));
        assertThat(record(prepared, job)).isEqualTo(made);
        assertThat(datasets.list(engineer(), null, 10).items()).hasSize(1);
        assertThatThrownBy(() -> datasets.createFromResult(engineer(), "R", prepared, Lineage.sample(job)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_result_that_is_not_what_was_announced_is_refused() {
        var columns = List.of(new DatasetColumn("id", ColumnType.INTEGER), new DatasetColumn("x", ColumnType.DECIMAL));
        assertThatThrownBy(() -> datasets.prepareResult(tenant, columns, "r.csv", bytes("id,y\n1,2\n")))
                .hasMessage("The result table has the columns id, y, which are not those that were announced.");
        assertThatThrownBy(() -> datasets.prepareResult(tenant, columns, "r.csv", bytes("id,x\n1,no\n")))
                .hasMessage(
                        "Column \"x\" of the result table holds values that are not of the announced type DECIMAL.");
        var prepared = datasets.prepareResult(tenant, columns, "r.csv", bytes("id,x\n1,2\n"));
        datasets.discard(prepared);
        assertThat(objects.exists(tenant, prepared.canonical().digest())).isFalse();
        assertThatThrownBy(() -> record(prepared, UUID.randomUUID())).hasMessageContaining("removed");
    }

    private DatasetVersion record(PreparedTable table, UUID job) {
        return transactions.call(
                engineer(), () -> datasets.createFromResult(engineer(), "Result", table, Lineage.sample(job)));
    }

    private long count(String query) {
        return transactions.call(
                engineer(), () -> sql.sql(query).query(Long.class).single());
    }

    private static List<String> row(String... values) {
        return Arrays.asList(values);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(Download download) throws IOException {
        try (var in = download.bytes()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
