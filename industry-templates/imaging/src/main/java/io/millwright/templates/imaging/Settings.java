package io.millwright.templates.imaging;

import io.millwright.plugins.api.ColumnRole;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.OptionSpec;
import io.millwright.plugins.api.OptionValues;
import io.millwright.plugins.api.TemplateException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a person set, checked.
 *
 * @param preset how much effort
 * @param epochs passes over the images; 0 = as the template thinks best
 * @param networks how many are trained and averaged; 0 likewise
 * @param side of the input in pixels; 0 likewise
 * @param mirroring which mirror images show the same
 */
record Settings(String preset, int epochs, int networks, int side, Mirroring mirroring) {

    static final List<OptionSpec> OPTIONS = List.of(
            OptionSpec.preset(),
            OptionSpec.choice(
                    "mirror",
                    "Mirrored images",
                    "Whether a mirrored image shows the same: not for letters or where left and right matter. Auto: unless the images to learn from look more like other classes then.",
                    Mirroring.AUTO.choice(),
                    Mirroring.choices()),
            new OptionSpec(
                    "sought",
                    "Class looked for",
                    "Of two classes the one to find, e.g. scratch; empty lets the template decide.",
                    OptionSpec.Type.TEXT,
                    "",
                    List.of(),
                    0,
                    0,
                    false),
            OptionSpec.integer(
                            "inputSize",
                            "Input size",
                            "Side in pixels that images are brought to; 0 lets the template decide.",
                            0,
                            0,
                            256)
                    .asAdvanced(),
            OptionSpec.integer("epochs", "Epochs", "Passes over the images; 0 lets the template decide.", 0, 0, 1_000)
                    .asAdvanced(),
            OptionSpec.integer(
                            "networks",
                            "Networks",
                            "How many networks are trained and averaged; 0 lets the template decide.",
                            0,
                            0,
                            10)
                    .asAdvanced());

    static final List<ColumnRole> ROLES = List.of(
            new ColumnRole(
                    "label",
                    "Label",
                    "What an image shows, e.g. scratch; several in one cell are separated by | or ;.",
                    false,
                    Set.of(ColumnType.TEXT, ColumnType.INTEGER, ColumnType.BOOLEAN),
                    List.of("label", "class", "category", "diagnos", "target", "finding")),
            new ColumnRole(
                    "group",
                    "Group",
                    "What images of the same thing share, e.g. the patient; a group is never learnt from and judged.",
                    false,
                    Set.of(ColumnType.TEXT, ColumnType.INTEGER),
                    List.of("patient", "subject", "lesion", "group")));

    static Settings of(OptionValues options) throws TemplateException {
        String preset = options.text(OptionSpec.PRESET).orElse("balanced").toLowerCase(Locale.ROOT);
        if (!OptionSpec.PRESETS.contains(preset)) {
            throw TemplateException.user(
                    "option-invalid",
                    "The option \"preset\" is \"%s\".".formatted(preset),
                    "Choose one of " + String.join(", ", OptionSpec.PRESETS) + ".");
        }
        String mirror = options.text("mirror").orElse(Mirroring.AUTO.choice());
        Mirroring mirroring = Mirroring.of(mirror)
                .orElseThrow(() -> TemplateException.user(
                        "option-invalid",
                        "The option \"mirror\" is \"%s\".".formatted(mirror),
                        "Choose one of " + String.join(", ", Mirroring.choices()) + "."));
        return new Settings(
                preset,
                whole(options, "epochs", 1_000),
                whole(options, "networks", 10),
                whole(options, "inputSize", 256),
                mirroring);
    }

    Settings with(String another) {
        return new Settings(another, epochs, networks, side, mirroring);
    }

    Settings with(Mirroring another) {
        return new Settings(preset, epochs, networks, side, another);
    }

    private static int whole(OptionValues options, String name, int most) throws TemplateException {
        long value = options.integer(name);
        if (value < 0 || value > most) {
            throw TemplateException.user(
                    "option-invalid",
                    "The option \"%s\" is %d; it may be 0 to %d.".formatted(name, value, most),
                    "Correct it and start again.");
        }
        return (int) value;
    }
}
