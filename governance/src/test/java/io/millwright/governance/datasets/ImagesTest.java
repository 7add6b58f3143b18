package io.millwright.governance.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.governance.GovernanceTest;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.ObjectStore;
import io.millwright.tenancy.Role;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Sets of images in the catalogue. */
class ImagesTest extends GovernanceTest {

    private static final int IMAGES = 120;

    @Autowired
    Datasets datasets;

    @Autowired
    ObjectStore objects;

    private Caller engineer() {
        return as("eve", Role.ENGINEER);
    }

    @Test
    void single_images_are_found_by_row() throws IOException {
        var version = upload();
        assertThat(version.kind()).isEqualTo(DatasetKind.IMAGES);
        assertThat(version.rows()).isEqualTo(IMAGES);
        for (var row : new long[] {0, 9, 10, 11, 99, 100, IMAGES - 1}) {
            var image = datasets.image(engineer(), version.id(), row, 0);
            assertThat(image.mediaType()).isEqualTo("image/png");
            assertThat(ImageIO.read(new ByteArrayInputStream(image.bytes())).getWidth())
                    .isEqualTo((int) row + 20);
        }
        var small = datasets.image(engineer(), version.id(), 100, 16);
        assertThat(ImageIO.read(new ByteArrayInputStream(small.bytes())).getWidth())
                .isEqualTo(16);
        assertThatThrownBy(() -> datasets.image(engineer(), version.id(), IMAGES, 0))
                .isInstanceOf(MillwrightException.class);
        assertThatThrownBy(() -> datasets.image(engineer(), version.id(), -1, 0))
                .isInstanceOf(MillwrightException.class);
        assertThatThrownBy(() -> datasets.image(inOther(Role.ADMIN), version.id(), 0, 0))
                .isInstanceOf(MillwrightException.class);
        assertThatThrownBy(() ->
                        datasets.images(inOther(Role.ADMIN), version.id(), new ImagePage.Filter(null, null), 0, 10))
                .isInstanceOf(MillwrightException.class);
    }

    @Test
    void images_are_filtered_by_part_and_label() throws IOException {
        var version = upload();
        var page = datasets.images(engineer(), version.id(), new ImagePage.Filter("train", "it's odd"), 2, 5);
        assertThat(page.total()).isEqualTo(IMAGES / 2);
        assertThat(page.images()).hasSize(5);
        assertThat(page.images().getFirst())
                .isEqualTo(new ImagePage.Shown(IMAGES / 2 + 2, "train/it's odd/062.png", "train", "it's odd"));
        assertThat(datasets.images(engineer(), version.id(), new ImagePage.Filter(null, null), 0, 10)
                        .total())
                .isEqualTo(IMAGES);
    }

    @Test
    void jobs_read_the_images_in_the_order_of_the_rows() throws IOException {
        var version = upload();
        try (var zip = new ZipInputStream(
                datasets.openContent(engineer(), version.id()).bytes())) {
            for (var row = 0; row < IMAGES; row++) {
                var entry = zip.getNextEntry();
                assertThat(entry).isNotNull();
                assertThat(entry.getName()).isEqualTo("" + row);
                assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
            }
        }
        datasets.delete(engineer(), version.dataset(), "");
        assertThat(objects.exists(tenant, version.content().digest())).isFalse();
    }

    @Test
    void a_jobs_sample_of_images_becomes_a_version() throws IOException {
        var prepared = datasets.prepareImages(tenant, "sample.zip", new ByteArrayInputStream(archive()));
        var made = transactions.call(
                engineer(),
                () -> datasets.createFromResult(engineer(), "Sample", prepared, Lineage.sample(UUID.randomUUID())));
        assertThat(made.kind()).isEqualTo(DatasetKind.IMAGES);
        assertThat(made.content()).isNotNull();
    }

    private DatasetVersion upload() throws IOException {
        return datasets.upload(engineer(), "Pictures", "pictures.zip", new ByteArrayInputStream(archive()))
                .version();
    }

    /** Images whose width tells their row. */
    private static byte[] archive() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var i = 0; i < IMAGES; i++) {
                var folder = i < IMAGES / 2 ? "test/even" : "train/it's odd";
                zip.putNextEntry(new ZipEntry(String.format(Locale.ROOT, "%s/%03d.png", folder, i)));
                ImageIO.write(new BufferedImage(i + 20, 20, BufferedImage.TYPE_BYTE_GRAY), "png", zip);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
