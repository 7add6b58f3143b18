package io.millwright.launcher;

/**
 * A kind of part: knows how to make ready what it needs, and how it is started.
 *
 * <p>{@link #prepare} is called by {@code up}, once per start, several kinds at the same time; it may take minutes on a fresh
 * machine, must do nothing where all is ready, and throws {@link LauncherException} with a sentence for the person.
 * {@link #part} is called by the supervisor, afterwards and in another process.
 */
sealed interface PartKind permits PostgresServer, KeycloakServer, RayCluster, BrokerProcess, PortalProcess {

    /** One lower-case word, used for logs, {@code status} and {@code logs}. */
    String name();

    /** The name of the ports it listens on, for the check before the start. */
    java.util.Map<Integer, String> ports(Ports ports);

    void prepare(World world, Progress progress);

    Part part(World world);
}
