package io.millwright.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL, with one database and four roles for us and one database for Keycloak. */
record PostgresServer() implements PartKind {

    /** Owns the schema; only migrations use it. */
    static final String OWNER = "millwright_owner";

    static final String APP = "millwright_app";
    static final String OPERATOR = "millwright_operator";
    static final String BROKER = "millwright_broker";
    static final String KEYCLOAK = "keycloak";

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public Map<Integer, String> ports(Ports ports) {
        return Map.of(ports.postgres(), "PostgreSQL");
    }

    @Override
    public void prepare(World world, Progress progress) {
        var data = world.data("postgres");
        Folders.secret(world.home().resolve("data"));
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        progress.step("Making the database", () -> Folders.make(data, folder -> initialise(world, folder)));
    }

    private void initialise(World world, Path folder) {
        Folders.secret(folder);
        var log = world.log("postgres-setup");
        var secrets = world.secrets();
        Tool.of(command(
                        world,
                        "initdb",
                        "--pgdata=" + folder,
                        "--username=postgres",
                        "--pwfile=" + secrets.file("postgres-superuser"),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C",
                        "--no-instructions"))
                .run("Making the PostgreSQL data folder", log);
        // Single-user mode needs neither a port nor a client; it takes one statement a line.
        Tool.of(command(world, "postgres", "--single", "-D", folder.toString(), "postgres"))
                .reading(RolesSql.statements(secrets))
                .run("Making roles and databases", log);
    }

    @Override
    public Part part(World world) {
        var command = command(
                world,
                "postgres",
                "-D",
                world.data("postgres").toString(),
                "-p",
                Integer.toString(world.ports().postgres()),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "shared_buffers=64MB",
                "-c",
                "max_connections=120",
                "-c",
                "log_line_prefix=%m [%p] %q%u@%d ");
        return Part.of(
                        name(),
                        command,
                        world.environment(name()),
                        world.home(),
                        new Probe.Postgres(world.ports().postgres(), APP, "millwright"))
                .stoppedBy(Part.StopSignal.INTERRUPT);
    }

    private static List<String> command(World world, String program, String... arguments) {
        var command = new ArrayList<>(Unprivileged.prefix());
        command.add(new Distributions(world)
                .postgres()
                .resolve("bin")
                .resolve(program)
                .toString());
        command.addAll(List.of(arguments));
        return command;
    }
}
