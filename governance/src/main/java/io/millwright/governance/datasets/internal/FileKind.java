package io.millwright.governance.datasets.internal;

import io.millwright.tenancy.MillwrightException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What a file is, told by its first and last bytes and never by its name. */
enum FileKind {
    TEXT,
    GZIP,
    PARQUET,
    ZIP,
    SAFETENSORS;

    /** Beginnings of files that people take for tables, or that pretend to be one. */
    private enum Foreign {
        ZIP_EMPTY("504b0506", "an empty zip archive", "Upload the file itself."),
        EXCEL("d0cf11e0a1b11ae1", "an old Excel workbook", "Save it as CSV and upload that."),
        SEVEN_ZIP("377abcaf271c", "a 7-Zip archive", "Unpack it and upload the file in it."),
        RAR("526172211a07", "a RAR archive", "Unpack it and upload the file in it."),
        BZIP2("425a68", "a bzip2-compressed file", "Unpack it, or compress it with gzip."),
        XZ("fd377a585a00", "an xz-compressed file", "Unpack it, or compress it with gzip."),
        ZSTD("28b52ffd", "a Zstandard-compressed file", "Unpack it, or compress it with gzip."),
        PDF("255044462d", "a PDF document", "Upload the data that it was made from."),
        PNG("89504e470d0a1a0a", "an image", "Put all images of a set into one zip archive and upload that."),
        JPEG("ffd8ff", "an image", "Put all images of a set into one zip archive and upload that."),
        ELF("7f454c46", "a program", "Upload a table."),
        SQLITE("53514c69746520666f726d6174203300", "an SQLite database", "Export the table as CSV."),
        ORC("4f5243", "an ORC file", "Upload it as Parquet or CSV."),
        AVRO("4f626a01", "an Avro file", "Upload it as Parquet or CSV."),
        ARROW("4152524f5731", "an Arrow file", "Upload it as Parquet or CSV."),
        HDF5("894844460d0a1a0a", "an HDF5 file", "Upload it as Parquet or CSV."),
        JAVA("aced0005", "serialised Java data", "Upload a table."),
        PICKLE("80049", "a Python pickle", "Upload it as Parquet or CSV.");

        private final String magic;
        private final String what;
        private final String remedy;

        Foreign(String magic, String what, String remedy) {
            this.magic = magic;
            this.what = what;
            this.remedy = remedy;
        }

        MillwrightException refusal() {
            return Refusals.noTable(what, remedy);
        }
    }

    /** @throws MillwrightException when it is a well-known kind that is no table */
    static FileKind of(Path file) throws IOException {
        byte[] head;
        byte[] tail;
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            head = new byte[(int) Math.min(16, in.length())];
            in.readFully(head);
            tail = new byte[(int) Math.min(4, in.length())];
            in.seek(in.length() - tail.length);
            in.readFully(tail);
        }
        var hex = HexFormat.of().formatHex(head);
        if (hex.startsWith("1f8b")) {
            return GZIP;
        }
        if (startsWith(head, "PAR1")) {
            if (!Arrays.equals(tail, "PAR1".getBytes(StandardCharsets.US_ASCII))) {
                throw Refusals.badParquet();
            }
            return PARQUET;
        }
        if (hex.startsWith("504b0304")) {
            return ZIP;
        }
        if (SafetensorsHeader.looksLike(head, Files.size(file))) {
            return SAFETENSORS;
        }
        var foreign = foreign(hex);
        if (foreign != null) {
            throw foreign.refusal();
        }
        return TEXT;
    }

    private static @Nullable Foreign foreign(String hex) {
        for (var foreign : Foreign.values()) {
            // Short signatures that are plain letters (BZh, ORC) could begin a text: a byte that no text has must
            // follow.
            if (hex.startsWith(foreign.magic) && (!isLetters(foreign.magic) || hasControl(hex))) {
                return foreign;
            }
        }
        return null;
    }

    private static boolean isLetters(String magic) {
        return magic.length() % 2 == 0
                && new String(HexFormat.of().parseHex(magic), StandardCharsets.ISO_8859_1)
                        .chars()
                        .allMatch(c -> c >= 0x20 && c < 0x7f)
                && !magic.startsWith("504b")
                && !magic.startsWith("2550");
    }

    private static boolean hasControl(String hex) {
        for (var b : HexFormat.of().parseHex(hex)) {
            if ((b >= 0 && b < 9) || b < 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] head, String text) {
        return new String(head, StandardCharsets.ISO_8859_1).startsWith(text);
    }
}
