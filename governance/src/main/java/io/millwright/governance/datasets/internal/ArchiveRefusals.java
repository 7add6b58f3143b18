package io.millwright.governance.datasets.internal;

import static io.millwright.governance.datasets.internal.RefusalTexts.size;
import static io.millwright.governance.datasets.internal.RefusalTexts.text;
import static io.millwright.governance.datasets.internal.RefusalTexts.user;

import io.millwright.governance.datasets.Datasets;
import io.millwright.tenancy.MillwrightException;

/** The sentences for archives, and for the images in them, that cannot be taken. */
final class ArchiveRefusals {

    private static final String REPACK = "Pack the files again, without it, and upload that.";

    private ArchiveRefusals() {}

    static MillwrightException damaged(String why) {
        return user(
                "archive-damaged",
                text("The zip archive is damaged, was cut off, or is built unusually: %s.", why),
                "Pack the files again and upload that.");
    }

    static MillwrightException tooManyFiles(long files) {
        return user(
                "archive-too-many-files",
                text("The archive holds %,d files; %,d is the limit.", files, Archive.MAX_FILES),
                "Split it into several archives.");
    }

    static MillwrightException directoryTooLong(long bytes) {
        return user(
                "archive-directory-too-long",
                text(
                        "The archive's list of files takes %s; %s is the limit.",
                        size(bytes), size(ArchiveDirectory.MAX_BYTES)),
                "Use shorter names, or split it into several archives.");
    }

    static MillwrightException encrypted(String name) {
        return user(
                "archive-encrypted",
                text("\"%s\" in the archive is protected by a password.", name),
                "Pack the files without a password; Millwright encrypts what it stores.");
    }

    static MillwrightException method(String name, int method) {
        return user(
                "archive-method",
                text("\"%s\" in the archive is compressed in a way that is not known here (method %d).", name, method),
                "Pack the files with ordinary zip compression (deflate) or none.");
    }

    static MillwrightException link(String name) {
        return user("archive-link", text("\"%s\" in the archive is a link or a device, not a file.", name), REPACK);
    }

    static MillwrightException path(String name, String why) {
        return user("archive-path", text("The archive holds the name \"%s\", which %s.", name, why), REPACK);
    }

    static MillwrightException twice(String name) {
        return user("archive-name-twice", text("The archive holds two files called \"%s\".", name), REPACK);
    }

    static MillwrightException nested(String name) {
        return user(
                "archive-in-archive",
                text("The archive holds another archive, \"%s\".", name),
                "Unpack that one, and pack its files directly.");
    }

    static MillwrightException bomb(long expanded) {
        return user(
                "file-expands-too-much",
                text("The archive expands to more than %s, which no real files do.", size(expanded)),
                "Upload the files that it was made from.");
    }

    static MillwrightException nothing(String first) {
        return user(
                "archive-without-data",
                text("The archive holds neither images nor tables; its first file is \"%s\".", first),
                "Pack PNG, JPEG, GIF or BMP images, or tables with the same columns.");
    }

    static MillwrightException empty() {
        return user("archive-empty", "The archive holds no files.", "Pack images or tables.");
    }

    static MillwrightException noImages() {
        return user(
                "archive-without-images",
                "The archive holds no images.",
                "Pack PNG, JPEG, GIF or BMP images, e.g. in a folder for each label.");
    }

    static MillwrightException tooManyImages(int images) {
        return user(
                "too-many-images",
                text("The archive holds %,d images; %,d is the limit.", images, Datasets.MAX_IMAGES),
                "Split it into several sets.");
    }

    static MillwrightException tooManyPixels(String name, int width, int height) {
        return user(
                "image-too-large",
                text(
                        "\"%s\" says that it is %,d × %,d pixels; the limit is %,d pixels, and %,d on a side.",
                        name, width, height, Datasets.MAX_PIXELS, Datasets.MAX_SIDE),
                "Make it smaller, or leave it out.");
    }

    static MillwrightException imageTooLong(String name) {
        return user(
                "image-too-long",
                text(
                        "\"%s\" is longer than %s, which is the limit for one image.",
                        name, size(Datasets.MAX_IMAGE_BYTES)),
                "Save it as PNG or JPEG, or make it smaller.");
    }

    static MillwrightException unreadable(int unreadable, int images, String first) {
        return user(
                "images-unreadable",
                text(
                        "%,d of %,d images cannot be read, and up to %d %% may be left out: %s.",
                        unreadable, images, ImageRecords.MAX_UNREADABLE_PERCENT, first),
                "Save them again as PNG or JPEG, or leave them out.");
    }

    static MillwrightException labelsTooLong(String name) {
        return user(
                "labels-too-long",
                text(
                        "The table \"%s\" beside the images is longer than %s or %,d rows.",
                        name, size(LabelFile.MAX_BYTES), LabelFile.MAX_ROWS),
                "Keep one row for each image and only the columns that are needed.");
    }

    static MillwrightException tablesDiffer(String first, String other) {
        return user(
                "archive-tables-differ",
                text("\"%s\" and \"%s\" in the archive do not have the same columns.", first, other),
                "Pack only tables with the same columns in the same order, or upload them one by one.");
    }

    /** A refusal that names the file of the archive that it is about. */
    static MillwrightException inTable(String name, MillwrightException refusal) {
        return user(refusal.code(), text("In \"%s\": %s", name, refusal.sentence()), refusal.remedy());
    }

    static MillwrightException workbook() {
        return user(
                "excel-invalid",
                "The Excel workbook is damaged or uses features that cannot be read.",
                "Save it again, or save the sheet as CSV and upload that.");
    }

    static MillwrightException textsTooLong(long limit) {
        return user(
                "excel-texts-too-long",
                text("The texts of the workbook take more than %s.", size(limit)),
                "Save the sheet as CSV and upload that.");
    }
}
