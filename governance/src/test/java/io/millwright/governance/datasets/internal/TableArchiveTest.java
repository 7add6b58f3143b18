package io.millwright.governance.datasets.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives of tables with the same columns become one table. */
class TableArchiveTest {

    @TempDir
    Path folder;

    private Reading reading;

    @BeforeEach
    void setUp() {
        reading = new Reading(folder);
    }

    @Test
    void aColumnSaysWhichFileARowComesFrom() throws IOException {
        var result = reading.bytes(zip(
                "pumps/b.csv",
                "day;load\n2026-01-02;2,5\n",
                "pumps/a.csv",
                "day,load\n2026-01-01,1.5\n",
                "readme.txt",
                "Hello.\n"));
        assertThat(result.files().format().notes()).hasSize(2);
        assertThat(result.types()).startsWith("[file:TEXT, day:DATE");
        assertThat(result.files().rows()).isEqualTo(2);
        var numbered = reading.bytes(zip("u1.txt", "1 2.5 3 \n2 2.6 4 \n", "u2.txt", "1 1.5 9 \n"));
        assertThat(numbered.canonical())
                .isEqualTo("file,column1,column2,column3\nu1.txt,1,2.5,3\nu1.txt,2,2.6,4\nu2.txt,1,1.5,9\n");
    }

    @Test
    void tablesThatDifferAreRefused() throws IOException {
        assertThat(reading.refusal(zip("a.csv", "x,y\n1,2\n", "b.csv", "x,z\n1,2\n")))
                .hasMessage("\"a.csv\" and \"b.csv\" in the archive do not have the same columns.");
        assertThat(reading.refusal(zip("a.csv", "x,y\n1,2\n", "b.csv", "x,y\n1,2\n3\n")))
                .hasMessage("In \"b.csv\": Line 3 has 1 field where the header has 2.");
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
