package io.millwright.plugins.host.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.plugins.api.EngineRequirement;
import io.millwright.plugins.api.TemplateDescriptor;
import io.millwright.plugins.host.EngineProperties;
import io.millwright.plugins.host.Marketplace;
import io.millwright.plugins.host.RefusedArchive;
import io.millwright.plugins.host.TemplateProperties;
import io.millwright.plugins.host.TemplateVersion;
import io.millwright.plugins.host.test.MemoryObjects;
import io.millwright.plugins.host.test.Signer;
import io.millwright.plugins.host.test.Templates;
import io.millwright.plugins.testkit.DescriptorTool;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.Origin;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateFolderTest {

    private static final Caller OPERATOR =
            new Caller(TenantId.PLATFORM, "operator", Set.of(Role.OPERATOR), Origin.SYSTEM);

    @TempDir
    Path folder;

    private final MemoryObjects objects = new MemoryObjects();
    private Path zips;
    private Path packs;
    private Signer signer;

    @BeforeEach
    void prepare() throws Exception {
        zips = Files.createDirectory(folder.resolve("zips"));
        packs = Files.createDirectory(folder.resolve("packs"));
        signer = Signer.in(folder);
    }

    @Test
    void signedTemplateIsOfferedAndStored() throws Exception {
        var signed = add("churn.zip", Templates.churn("1.0.0"), true);

        var offered = read().newest("churn");

        assertThat(offered.descriptor()).isEqualTo(Templates.churn("1.0.0"));
        assertThat(offered.hasSample()).isTrue();
        assertThat(offered.key()).isEqualTo(signer.id());
        assertThat(offered.size()).isEqualTo(Files.size(signed));
        assertThat(objects.exists(TenantId.PLATFORM, offered.digest())).isTrue();
        assertThat(objects.open(TenantId.PLATFORM, offered.digest()).readAllBytes())
                .isEqualTo(Files.readAllBytes(signed));
    }

    @Test
    void versionsAreOrderedAsVersions() throws Exception {
        add("a.zip", Templates.churn("1.9.0"), false);
        add("b.zip", Templates.churn("1.10.0"), false);
        add("c.zip", Templates.churn("1.10.0-rc.1"), false);

        var marketplace = read();

        assertThat(marketplace.versions("churn"))
                .extracting(TemplateVersion::version)
                .containsExactly("1.10.0", "1.10.0-rc.1", "1.9.0");
        assertThat(marketplace.newest()).extracting(TemplateVersion::version).containsExactly("1.10.0");
        assertThat(marketplace.version("churn", "1.9.0").hasSample()).isFalse();
        assertThatThrownBy(() -> marketplace.version("churn", "2.0.0")).isInstanceOf(MillwrightException.class);
        assertThatThrownBy(() -> marketplace.newest("other")).isInstanceOf(MillwrightException.class);
    }

    @Test
    void unsignedArchiveIsRefused() throws Exception {
        Templates.pack(Templates.of(Templates.churn("1.0.0"), false), zips.resolve("plain.zip"));

        assertRefused("plain.zip", "It is not signed.");
    }

    @Test
    void modifiedArchiveIsRefused() throws Exception {
        var signed = add("churn.zip", Templates.churn("1.0.0"), false);
        Files.write(signed, new byte[] {0}, StandardOpenOption.APPEND);

        assertRefused("churn.zip", "");
    }

    @Test
    void archiveOfAnUnknownKeyIsRefused() throws Exception {
        add("churn.zip", Templates.churn("1.0.0"), false);
        Files.delete(signer.trusted().resolve("signer.pub"));

        assertRefused("churn.zip", "signed with the key " + signer.id());
    }

    @Test
    void archiveWithoutADescriptionIsRefused() throws Exception {
        var content = Files.createDirectory(folder.resolve("content"));
        Files.writeString(content.resolve("plugin.properties"), "plugin.id=churn\nplugin.version=1.0.0\n");
        signer.sign(Templates.zip(content, folder.resolve("in.zip")), zips.resolve("churn.zip"));

        assertRefused("churn.zip", "It has no descriptor.json");
    }

    @Test
    void archiveWithoutPluginPropertiesIsRefused() throws Exception {
        var content = Files.createDirectory(folder.resolve("content"));
        Files.writeString(content.resolve("descriptor.json"), "{}");
        signer.sign(Templates.zip(content, folder.resolve("in.zip")), zips.resolve("churn.zip"));

        assertRefused("churn.zip", "PF4J does not take it");
    }

    @Test
    void descriptionThatIsNoneIsRefused() throws Exception {
        for (var text : List.of("{}", "[]", "not json", "null", "{\"format\":1,\"template\":{\"id\":\"../x\"}}")) {
            var content = Files.createDirectories(folder.resolve("content"));
            Files.writeString(content.resolve("plugin.properties"), "plugin.id=churn\nplugin.version=1.0.0\n");
            Files.writeString(content.resolve("descriptor.json"), text);
            signer.sign(Templates.zip(content, folder.resolve("in.zip")), zips.resolve("churn.zip"));

            assertRefused("churn.zip", "Its descriptor.json is not");
        }
    }

    @Test
    void descriptionOfAnotherTemplateIsRefused() throws Exception {
        addWith("plugin.id=churn\nplugin.version=1.0.1\n");

        assertRefused("churn.zip", "Its plugin.properties name churn@1.0.1 and its descriptor.json names churn@1.0.0.");
    }

    @Test
    void templateForALaterApiIsRefused() throws Exception {
        addWith("plugin.id=churn\nplugin.version=1.0.0\nplugin.requires=>=9.0.0\n");

        assertRefused("churn.zip", "It needs version >=9.0.0 of the template API");
    }

    @Test
    void sameVersionTwiceIsRefusedOnce() throws Exception {
        add("a.zip", Templates.churn("1.0.0"), false);
        add("b.zip", Templates.churn("1.0.0"), true);

        var marketplace = read();

        assertThat(marketplace.versions("churn")).hasSize(1);
        assertThat(marketplace.refused(OPERATOR)).singleElement().satisfies(refused -> assertThat(refused.reason())
                .containsPattern("[ab].zip brings churn@1.0.0 too."));
    }

    @Test
    void templateWhoseEngineIsMissingSaysSo() throws Exception {
        var engine = new EngineRequirement("xgboost", "3.0.4");
        add("churn.zip", Templates.describe("churn", "1.0.0", Set.of(), List.of(engine)), false);

        assertThat(read().newest("churn").missingEngines()).containsExactly(engine);

        pack("xgboost-3.0.4.zip", "name=xgboost\nversion=3.0.4\ntitle=XGBoost\nexports=ml.dmlc.xgboost4j\n");
        var marketplace = read();
        assertThat(marketplace.newest("churn").missingEngines()).isEmpty();
        assertThat(marketplace.engines()).singleElement().satisfies(pack -> {
            assertThat(pack.title()).isEqualTo("XGBoost");
            assertThat(pack.exports()).containsExactly("ml.dmlc.xgboost4j");
            assertThat(pack.digest()).matches("[0-9a-f]{64}");
        });
    }

    @Test
    void packThatIsNoneIsRefused() throws Exception {
        pack("xgboost-3.0.5.zip", "name=xgboost\nversion=3.0.4\nexports=ml.dmlc.xgboost4j\n");
        assertRefused("xgboost-3.0.5.zip", "should be called xgboost-3.0.4.zip");

        pack("xgboost-3.0.5.zip", "name=xgboost\n");
        assertRefused("xgboost-3.0.5.zip", "lacks \"version\"");
    }

    @Test
    void keyThatIsNoneStopsTheStart() throws Exception {
        add("churn.zip", Templates.churn("1.0.0"), false);
        Files.writeString(signer.trusted().resolve("odd.pub"), "not a key");

        assertThatThrownBy(this::read)
                .isInstanceOf(MillwrightException.class)
                .hasMessageContaining("odd.pub is not an Ed25519 public key");
    }

    @Test
    void refusalsAreForOperators() throws Exception {
        var marketplace = read();
        var admin = new Caller(new TenantId("acme"), "ann", Set.of(Role.ADMIN), Origin.SYSTEM);
        assertThatThrownBy(() -> marketplace.refused(admin)).isInstanceOf(MillwrightException.class);
    }

    @Test
    void withoutAFolderThereIsNothing() throws IOException {
        var none = new TemplateFolder(new TemplateProperties(null, null), objects)
                .read(new EngineFolder(new EngineProperties(null)).read());
        assertThat(none.newest()).isEmpty();
        assertThat(none.engines()).isEmpty();
        assertThat(none.refused(OPERATOR)).isEmpty();
    }

    private Path add(String name, TemplateDescriptor descriptor, boolean sample) throws Exception {
        var plain = Templates.pack(Templates.of(descriptor, sample), folder.resolve("plain-" + name));
        return signer.sign(plain, zips.resolve(name));
    }

    private void addWith(String properties) throws Exception {
        var content = Files.createDirectory(folder.resolve("content"));
        DescriptorTool.write(Templates.of(Templates.churn("1.0.0"), false), content, "0.1.0");
        Files.writeString(content.resolve("plugin.properties"), properties);
        signer.sign(Templates.zip(content, folder.resolve("in.zip")), zips.resolve("churn.zip"));
    }

    private void pack(String name, String properties) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(packs.resolve(name)))) {
            zip.putNextEntry(new ZipEntry("engine.properties"));
            zip.write(properties.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private Marketplace read() throws IOException {
        return new TemplateFolder(new TemplateProperties(zips, signer.trusted()), objects)
                .read(new EngineFolder(new EngineProperties(packs)).read());
    }

    private void assertRefused(String file, String reason) throws IOException {
        var marketplace = read();
        assertThat(marketplace.newest()).isEmpty();
        assertThat(marketplace.refused(OPERATOR)).singleElement().satisfies(refused -> {
            assertThat(refused).extracting(RefusedArchive::file).isEqualTo(file);
            assertThat(refused.reason()).contains(reason).doesNotContain("/tmp");
        });
    }
}
