package io.millwright.portal.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final Pattern USE = Pattern.compile("\\btr\\(\\s*\"([a-zA-Z.]+[a-zA-Z])\"");

    private final ResourceBundle catalogue = ResourceBundle.getBundle("messages", Locale.ROOT);

    @Test
    void everyTextThatViewsNameIsThere() throws IOException {
        var named = new TreeSet<String>();
        try (var sources = Files.walk(Path.of("src/main/java/io/millwright/portal/ui"))) {
            for (var source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                USE.matcher(Files.readString(source)).results().forEach(use -> named.add(use.group(1)));
            }
        }

        assertThat(named).hasSizeGreaterThan(300);
        assertThat(named.stream().filter(key -> !catalogue.containsKey(key))).isEmpty();
    }

    @Test
    void everyPatternCanBeRead() {
        catalogue.keySet().forEach(key -> assertThat(new MessageFormat(catalogue.getString(key), Locale.UK))
                .isNotNull());
    }
}
