package io.millwright.broker.app;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a broker's process is told.
 *
 * @param gatewayUrl where agents find the gateway; host and port are what it listens on
 * @param backend {@code ray} or {@code local}
 * @param ray needed by the backend {@code ray}
 * @param agent its class path
 * @param runner the class path of the template process
 * @param javaHome the JDK of agents and template processes
 * @param sandbox {@code required} or {@code preferred}
 * @param local where the backend {@code local} should not use the whole machine
 */
@ConfigurationProperties("millwright.broker")
record BrokerProperties(
        URI gatewayUrl,
        @DefaultValue("local") String backend,
        @Nullable Ray ray,
        ClassPath agent,
        ClassPath runner,
        Path javaHome,
        @DefaultValue("required") String sandbox,
        @Nullable Local local) {

    /** A class path as for {@code java -cp}. */
    record ClassPath(String classpath) {}

    /**
     * @param address host and port of the cluster's control store
     * @param tokenFile a file with the cluster's token
     * @param jar {@code ray_dist.jar} of the very Ray that the cluster runs
     * @param codePath a folder with the jars of ray-backend and job-agent, readable on every node
     * @param namespace of this installation's agents on the cluster
     */
    record Ray(
            String address,
            Path tokenFile,
            Path jar,
            Path codePath,
            @DefaultValue("millwright") String namespace) {}

    /** Zero means all that the machine has. */
    record Local(
            @DefaultValue("0") int cpus,
            @DefaultValue("0") int gpus,
            @DefaultValue("0") long memoryBytes) {}
}
