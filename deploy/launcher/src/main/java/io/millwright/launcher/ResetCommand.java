package io.millwright.launcher;

import java.io.IOException;
import java.util.List;

/** {@code reset}: forgets all data of this world, after asking. What was downloaded and built stays. */
record ResetCommand(World world) {

    private static final List<String> FORGOTTEN =
            List.of("data", "secrets", "run", "logs", "templates", "trusted-keys", "engines");

    int run(List<String> arguments) {
        if (!arguments.contains("--yes") && !agreed()) {
            System.out.println("Nothing was changed.");
            return 1;
        }
        new DownCommand(world).stop();
        try {
            for (var name : FORGOTTEN) {
                Folders.delete(world.home().resolve(name));
            }
            Folders.delete(RayCluster.folder(world));
        } catch (IOException e) {
            throw new LauncherException(
                    "%s could not be emptied: %s. Remove the rest by hand.".formatted(world.home(), Folders.reason(e)),
                    e);
        }
        System.out.println("All data of this world is gone. ./millwright up makes a new one.");
        return 0;
    }

    private boolean agreed() {
        System.out.printf(
                "This ends Millwright and deletes its database, files, accounts and keys in %s.%nType 'yes' to go on: ",
                world.home());
        System.out.flush();
        try {
            var line = new java.io.BufferedReader(new java.io.InputStreamReader(System.in)).readLine();
            return line != null && line.strip().equalsIgnoreCase("yes");
        } catch (IOException e) {
            return false;
        }
    }
}
