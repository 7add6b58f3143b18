package io.millwright.governance.models;

import io.millwright.governance.Json;
import io.millwright.tenancy.ObjectStore;
import io.millwright.tenancy.TenantId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The zip in which a model leaves the house: the same version gives the same bytes. */
final class ArtifactZip {

    private final ObjectStore objects;
    private final TenantId tenant;
    private final ModelVersion version;
    private final List<Map<String, Object>> listed = new ArrayList<>();

    ArtifactZip(ObjectStore objects, TenantId tenant, ModelVersion version) {
        this.objects = objects;
        this.tenant = tenant;
        this.version = version;
    }

    void write(OutputStream out, String card, String report) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (var file : version.files()) {
            open(zip, "model/" + file.name());
            try (var bytes = objects.open(tenant, file.object().digest())) {
                bytes.transferTo(zip);
            }
            zip.closeEntry();
            list("model/" + file.name(), file.object().size(), file.object().digest());
        }
        add(zip, "report.json", report);
        add(zip, "README.md", card);
        open(zip, "MANIFEST.json");
        zip.write((Json.writePretty(manifest()) + "\n").getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
        out.flush();
    }

    private void add(ZipOutputStream zip, String name, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        open(zip, name);
        zip.write(bytes);
        zip.closeEntry();
        list(name, bytes.length, ModelDigest.sha256(bytes));
    }

    private void open(ZipOutputStream zip, String name) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(version.createdAt().atOffset(ZoneOffset.UTC).toLocalDateTime());
        zip.putNextEntry(entry);
    }

    private void list(String name, long size, String digest) {
        var file = new LinkedHashMap<String, Object>();
        file.put("name", name);
        file.put("size", size);
        file.put("sha256", digest);
        listed.add(file);
    }

    private Map<String, Object> manifest() {
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("model", version.modelName());
        manifest.put("version", version.number());
        manifest.put("id", version.id().toString());
        manifest.put("stage", version.stage().name());
        manifest.put("digest", version.digest());
        manifest.put("createdAt", version.createdAt().toString());
        manifest.put("createdBy", version.createdBy());
        manifest.put("job", version.job().toString());
        manifest.put("datasetVersion", version.datasetVersion().toString());
        var template = new LinkedHashMap<String, Object>();
        template.put("id", version.template().id());
        template.put("version", version.template().version());
        template.put("sha256", version.template().digest());
        manifest.put("template", template);
        manifest.put("seed", version.seed());
        manifest.put("options", new TreeMap<>(version.options()));
        manifest.put("metrics", new TreeMap<>(version.metrics()));
        manifest.put("environment", new TreeMap<>(version.environment()));
        manifest.put("files", listed);
        return manifest;
    }
}
