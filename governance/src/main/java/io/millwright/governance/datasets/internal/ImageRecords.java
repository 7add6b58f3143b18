package io.millwright.governance.datasets.internal;

import io.millwright.governance.datasets.Datasets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The table that describes a set of images, a record for each that can be decoded. Images are read one at a time, as the records
 * are, and pass on to the archive that jobs read.
 */
final class ImageRecords extends BufferedRecords {

    /** So many of a hundred images may be damaged; they are left out and named. */
    static final int MAX_UNREADABLE_PERCENT = 5;

    private static final int NAMED = 3;
    private static final List<String> OURS = List.of("image", "part", "label", "width", "height", "channels");

    private final Archive archive;
    private final List<Image> images;
    private final List<LabelFile> tables;
    private final ImageArchiveWriter out;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final RecordBuffer record;
    private final List<String> unreadable = new ArrayList<>();
    private int next = -1;
    private int leftOut;

    /** An image of the set. */
    record Image(ImagePlace place, Archive.Item item) {}

    /** @param images in the order of their paths */
    ImageRecords(Archive archive, List<Image> images, List<LabelFile> tables, ImageArchiveWriter out) {
        this.archive = archive;
        this.images = images;
        this.tables = tables;
        this.out = out;
        OURS.forEach(name -> columns.put(name, columns.size()));
        for (var table : tables) {
            table.others().values().forEach(name -> columns.putIfAbsent(key(name), columns.size()));
        }
        this.record = new RecordBuffer(columns.size());
    }

    @Override
    public boolean next() throws IOException {
        if (next < 0) {
            next = 0;
            header();
            return true;
        }
        while (next < images.size()) {
            var image = images.get(next++);
            var name = Archive.shown(image.place().path());
            try {
                var encoded = read(image, name);
                var facts = EncodedImage.of(encoded).facts();
                out.add(encoded);
                describe(image.place(), facts);
                return true;
            } catch (UnreadableImage damaged) {
                leaveOut(name + " (" + damaged.getMessage() + ")");
            } catch (EncodedImage.TooManyPixels large) {
                throw ArchiveRefusals.tooManyPixels(name, large.width(), large.height());
            }
        }
        return false;
    }

    private byte[] read(Image image, String name) throws IOException {
        try (var in = archive.open(image.item())) {
            var encoded = in.readNBytes(Datasets.MAX_IMAGE_BYTES + 1);
            if (encoded.length > Datasets.MAX_IMAGE_BYTES) {
                throw ArchiveRefusals.imageTooLong(name);
            }
            return encoded;
        }
    }

    private void leaveOut(String why) {
        leftOut++;
        if (unreadable.size() < NAMED) {
            unreadable.add(why);
        }
        if (leftOut * 100L > (long) images.size() * MAX_UNREADABLE_PERCENT) {
            // Those further on are not looked at any more: what is known is enough to refuse.
            throw ArchiveRefusals.unreadable(leftOut, images.size(), String.join(", ", unreadable));
        }
    }

    private void header() {
        record.clear();
        columns.forEach((key, at) -> record.set(at, name(key), true, 1));
    }

    private String name(String key) {
        return tables.stream()
                .flatMap(table -> table.others().values().stream())
                .filter(name -> key(name).equals(key))
                .findFirst()
                .orElse(key);
    }

    private void describe(ImagePlace place, EncodedImage.Facts facts) {
        record.clear();
        set(0, place.path());
        set(1, said(place.path(), true, place.part()));
        set(2, said(place.path(), false, place.label()));
        record.set(3, Integer.toString(facts.width()), false, line());
        record.set(4, Integer.toString(facts.height()), false, line());
        record.set(5, Integer.toString(facts.channels()), false, line());
        for (var table : tables) {
            table.others()
                    .forEach((position, name) ->
                            set(Objects.requireNonNull(columns.get(key(name))), table.value(place.path(), position)));
        }
    }

    /** What a table says goes before what a folder says. */
    private @Nullable String said(String path, boolean part, @Nullable String folder) {
        for (var table : tables) {
            var value = table.value(path, part ? table.part() : table.label());
            if (value != null) {
                return value;
            }
        }
        return folder;
    }

    private void set(int field, @Nullable String value) {
        if (value != null) {
            record.set(field, value, false, line());
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** A sentence about the images that were left out; null when all were read. */
    @Nullable
    String note() {
        return leftOut == 0
                ? null
                : String.format(
                        Locale.ROOT,
                        "%,d of %,d images cannot be read and were left out: %s%s.",
                        leftOut,
                        images.size(),
                        String.join(", ", unreadable),
                        leftOut > NAMED ? ", …" : "");
    }

    @Override
    RecordBuffer record() {
        return record;
    }

    @Override
    public long line() {
        return next + 1L;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
