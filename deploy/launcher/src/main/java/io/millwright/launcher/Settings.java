package io.millwright.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the environment asks for. Each {@code external…} value replaces the part of that name by one that runs elsewhere.
 *
 * @param checkout the folder the sources lie in
 * @param home where all state lives
 * @param cache unpacked servers and the Ray installation, which several homes may share
 * @param only names of the parts to be started; empty means all
 * @param build false when what is in the target folders is to be used as it is
 */
record Settings(
        Path checkout,
        Path home,
        Path cache,
        Optional<Ports> ports,
        boolean build,
        Set<String> only,
        Optional<String> externalDatabase,
        Optional<String> externalIssuer,
        Optional<String> externalRay,
        Optional<String> externalObjects) {

    static Settings of(Path checkout, Map<String, String> environment) {
        var home = folder(environment, "MILLWRIGHT_HOME").orElse(checkout.resolve(".millwright"));
        var shared = checkout.resolve(".millwright").resolve("cache");
        var fallback = Files.isWritable(checkout) ? shared : home.resolve("cache");
        return new Settings(
                checkout,
                home,
                folder(environment, "MILLWRIGHT_CACHE").orElse(fallback),
                value(environment, "MILLWRIGHT_PORT").map(Ports::parse),
                !value(environment, "MILLWRIGHT_BUILD").map("skip"::equals).orElse(false),
                Set.of(),
                value(environment, "MILLWRIGHT_DATABASE_URL"),
                value(environment, "MILLWRIGHT_OIDC_ISSUER"),
                value(environment, "MILLWRIGHT_RAY_ADDRESS"),
                value(environment, "MILLWRIGHT_OBJECT_STORE"));
    }

    Settings only(Set<String> parts) {
        return new Settings(
                checkout,
                home,
                cache,
                ports,
                build,
                parts,
                externalDatabase,
                externalIssuer,
                externalRay,
                externalObjects);
    }

    private static Optional<Path> folder(Map<String, String> environment, String name) {
        return value(environment, name)
                .map(text -> Path.of(text).toAbsolutePath().normalize());
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
    }
}
