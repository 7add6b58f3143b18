package io.millwright.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.governance.datasets.Datasets;
import io.millwright.portal.testing.Api;
import io.millwright.portal.testing.PortalTest;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Origin;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.TenantId;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Images of a set, one at a time. */
@PortalTest
class DatasetImagesTest {

    @Autowired
    Api api;

    @Autowired
    Datasets datasets;

    @Test
    void an_image_is_an_image_and_stays_one() throws IOException {
        var caller = new Caller(new TenantId("acme"), "acme-engineer", Set.of(Role.ENGINEER), Origin.SYSTEM);
        var dataset = datasets.upload(caller, "Scans", "scans.zip", new ByteArrayInputStream(archive()))
                .version()
                .dataset();
        var path = "/tenants/acme/datasets/" + dataset;
        var engineer = api.as("acme-engineer");
        assertThat(engineer.get(path).expect(200).get("kind").asString()).isEqualTo("IMAGES");
        for (var address : new String[] {"/versions/1/images/0", "/versions/1/images/1?size=16"}) {
            var image = engineer.get(path + address);
            assertThat(image.status()).isEqualTo(200);
            assertThat(image.header("Content-Type")).isEqualTo("image/png");
            assertThat(image.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(image.header("Cache-Control")).contains("immutable").contains("private");
            assertThat(image.header("ETag")).isNotBlank();
        }
        assertThat(engineer.get(path + "/versions/1/images/2").status()).isEqualTo(404);
        assertThat(api.as("globex-engineer").get(path + "/versions/1/images/0").status())
                .isEqualTo(404);
        assertThat(api.nobody().get(path + "/versions/1/images/0").status()).isEqualTo(401);
    }

    private static byte[] archive() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var label : new String[] {"dent", "scratch"}) {
                zip.putNextEntry(new ZipEntry(label + "/1.png"));
                ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_GRAY), "png", zip);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
