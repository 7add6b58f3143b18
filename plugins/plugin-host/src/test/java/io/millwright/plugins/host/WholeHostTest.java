package io.millwright.plugins.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.broker.BrokerClientConfiguration;
import io.millwright.broker.JobKind;
import io.millwright.broker.JobState;
import io.millwright.broker.Jobs;
import io.millwright.governance.GovernanceConfiguration;
import io.millwright.governance.audit.AuditTrail;
import io.millwright.governance.datasets.Datasets;
import io.millwright.plugins.host.test.Signer;
import io.millwright.plugins.host.test.Templates;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.ObjectStore;
import io.millwright.tenancy.Origin;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.TenantId;
import io.millwright.tenancy.Tenants;
import io.millwright.tenancy.test.TenancyTestConfiguration;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** From a signed archive in a folder to a job in the queue, with the real services on both sides. */
@SpringBootTest(
        classes = {
            TenancyTestConfiguration.class,
            GovernanceConfiguration.class,
            BrokerClientConfiguration.class,
            PluginHostConfiguration.class
        },
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class WholeHostTest {

    @TempDir
    static Path folder;

    @Autowired
    Tenants tenants;

    @Autowired
    Marketplace marketplace;

    @Autowired
    ObjectStore objects;

    @Autowired
    Installations installations;

    @Autowired
    Projects projects;

    @Autowired
    ProjectJobs projectJobs;

    @Autowired
    Datasets datasets;

    @Autowired
    Jobs jobs;

    @Autowired
    AuditTrail trail;

    @DynamicPropertySource
    static void sign(DynamicPropertyRegistry properties) throws Exception {
        var signer = Signer.in(folder);
        var zips = Files.createDirectory(folder.resolve("zips"));
        var plain = Templates.pack(Templates.of(Templates.churn("1.0.0"), true), folder.resolve("plain.zip"));
        signer.sign(plain, zips.resolve("churn.zip"));
        properties.add("millwright.templates.folder", zips::toString);
        properties.add(
                "millwright.templates.trusted-keys", () -> signer.trusted().toString());
    }

    @Test
    void trainingComesFromASignedArchive() throws Exception {
        var operator = new Caller(TenantId.PLATFORM, "operator", Set.of(Role.OPERATOR), Origin.SYSTEM);
        var tenant = new TenantId("initech");
        tenants.create(operator, tenant, "Initech", "ann");
        var admin = new Caller(tenant, "ann", Set.of(Role.ADMIN), Origin.SYSTEM);

        var offered = marketplace.newest("churn");
        var installed = installations.install(
                admin, "churn", offered.version(), offered.descriptor().rights());
        var project = projects.create(admin, "Leavers", installed.id(), Map.of("column.label", "gone"));
        var csv = new ByteArrayInputStream("gone,city\ntrue,Ulm\nfalse,Jena\n".getBytes(StandardCharsets.UTF_8));
        var dataset = datasets.upload(admin, "customers", "customers.csv", csv).version();

        var first = projectJobs.train(
                admin, TrainingRequest.of(project.id(), dataset.dataset().value()));
        var sample = projectJobs.generateSample(admin, project.id(), "once");

        var job = jobs.get(admin, first);
        assertThat(job.state()).isEqualTo(JobState.QUEUED);
        assertThat(job.template().digest()).isEqualTo(offered.digest());
        assertThat(objects.exists(TenantId.PLATFORM, job.template().digest())).isTrue();
        assertThat(job.options())
                .isEqualTo(Map.of("column.label", "gone", "rounds", "100", "rate", "0.1", "mode", "normal"));
        assertThat(jobs.get(admin, sample).kind()).isEqualTo(JobKind.SAMPLE);
        assertThat(projectJobs.generateSample(admin, project.id(), "once")).isEqualTo(sample);
        var again = jobs.get(admin, projectJobs.trainAgain(admin, first, null));
        assertThat(again.options()).isEqualTo(job.options());
        assertThat(again.seed()).isEqualTo(job.seed());
        assertThat(trail.actions(admin))
                .contains("template.installed", "project.created", "dataset.uploaded", "job.submitted");
    }
}
