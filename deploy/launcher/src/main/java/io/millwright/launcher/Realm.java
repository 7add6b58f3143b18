package io.millwright.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The realm that Keycloak imports on its first start: the checked-in file with this world's addresses and secrets filled in. */
record Realm(World world) {

    private static final Pattern PLACE = Pattern.compile("@([a-z-]+)@");

    String text() {
        var file = world.settings().checkout().resolve("deploy/realm/millwright-realm.json");
        try {
            return fill(
                    Files.readString(file),
                    Map.of(
                            "portal-port", Integer.toString(world.ports().portal()),
                            "portal-secret", world.secrets().text("oidc-portal"),
                            "provisioner-secret", world.secrets().text("oidc-provisioner")));
        } catch (IOException e) {
            throw new LauncherException("%s cannot be read; restore it from the repository.".formatted(file), e);
        }
    }

    static String fill(String template, Map<String, String> values) {
        return PLACE.matcher(template).replaceAll(match -> {
            var value = values.get(match.group(1));
            if (value == null) {
                throw new LauncherException("The realm file asks for an unknown value @%s@.".formatted(match.group(1)));
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
