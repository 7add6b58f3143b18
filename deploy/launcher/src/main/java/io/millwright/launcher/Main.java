package io.millwright.launcher;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The command line. The script {@code millwright} in the root of the checkout finds a JDK, compiles this and calls it. */
public final class Main {

    private static final String USAGE = """
            Usage: ./millwright COMMAND

              up            builds what is stale, starts everything, and returns when all is healthy
              down          stops everything
              status        shows each part
              logs PART     shows the end of a part's log; --follow stays with it
              template try  signs the archive of a template, the next argument, and offers it in the marketplace
              doctor        looks for what could keep Millwright from running
              test          runs all tests, as CI does; further arguments go to Maven
              reset         deletes all data of this world, after asking (--yes does not ask)

            Environment: MILLWRIGHT_PORT (first of ten ports, 8080), MILLWRIGHT_HOME (state, .millwright),
            MILLWRIGHT_CACHE (downloads, .millwright/cache), MILLWRIGHT_BUILD=skip (use the jars as they are),
            MILLWRIGHT_DATABASE_URL, MILLWRIGHT_OIDC_ISSUER, MILLWRIGHT_RAY_ADDRESS, MILLWRIGHT_OBJECT_STORE (external servers).
            """;

    private Main() {}

    /** Runs one command and ends the process with its status. */
    public static void main(String[] arguments) {
        int status;
        try {
            status = run(List.of(arguments));
        } catch (LauncherException e) {
            System.out.flush();
            System.err.println("millwright: " + e.getMessage());
            status = 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            status = 130;
        }
        System.exit(status);
    }

    private static int run(List<String> words) throws InterruptedException {
        var command = words.isEmpty() ? "help" : words.getFirst();
        var arguments = words.isEmpty() ? words : words.subList(1, words.size());
        var settings = Settings.of(
                Path.of(System.getProperty("millwright.checkout", "")).toAbsolutePath(), System.getenv());
        return switch (command) {
            case "up" -> new UpCommand(World.of(settings.only(only(arguments)))).run();
            case "down" -> new DownCommand(World.of(settings)).run();
            case "status" -> new StatusCommand(World.of(settings)).run();
            case "logs" -> new LogsCommand(World.of(settings)).run(arguments);
            case "reset" -> new ResetCommand(World.of(settings)).run(arguments);
            case "doctor" -> new DoctorCommand(World.of(settings)).run();
            case "template" -> new TemplateCommand(World.of(settings)).run(arguments);
            case "test" -> new TestCommand(World.of(settings)).run(arguments);
            case "supervise" -> {
                new Supervisor(World.of(settings.only(new LinkedHashSet<>(arguments)))).run();
                yield 0;
            }
            case "help", "--help", "-h" -> {
                System.out.print(USAGE);
                yield 0;
            }
            default -> throw new LauncherException("There is no command '%s'.%n%n%s".formatted(command, USAGE));
        };
    }

    /** {@code --only a,b}: for work on the launcher itself. */
    private static Set<String> only(List<String> arguments) {
        int at = arguments.indexOf("--only");
        return at >= 0 && at + 1 < arguments.size()
                ? Set.of(arguments.get(at + 1).split(","))
                : Set.of();
    }
}
