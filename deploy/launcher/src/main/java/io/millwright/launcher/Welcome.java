package io.millwright.launcher;

/** What a person needs once the world is up. */
final class Welcome {

    private Welcome() {}

    static String text(World world) {
        return """

                Millwright is at  %s

                  Demo accounts; the password of each is its name:
                    acme-engineer   acme-admin   acme-approver   acme-auditor
                    globex-engineer globex-admin
                    operator        (runs the platform)

                  Everything listens on this machine only. Jobs run on: %s
                  ./millwright status | logs PART | down | doctor
                """.formatted(
                world.publicAddress(), Backend.of(world) == Backend.RAY ? "Ray" : "the local backend, without Ray");
    }
}
