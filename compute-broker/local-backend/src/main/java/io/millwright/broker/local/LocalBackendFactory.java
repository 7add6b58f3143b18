package io.millwright.broker.local;

import io.millwright.broker.cluster.ClusterBackend;
import io.millwright.broker.cluster.ClusterBackendFactory;
import io.millwright.broker.cluster.ClusterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Makes the local backend. Settings of its own: {@code run} (folder of the agents' identity files) and, where the machine
 * should not be used whole, {@code cpus}, {@code gpus}, {@code memory} (bytes).
 */
public final class LocalBackendFactory implements ClusterBackendFactory {

    /** Called by {@link java.util.ServiceLoader}. */
    public LocalBackendFactory() {}

    @Override
    public String name() {
        return LocalBackend.NAME;
    }

    @Override
    public ClusterBackend create(Map<String, String> settings) throws ClusterException {
        try {
            var files = new AgentFiles(Files.createDirectories(folder(settings, "run")));
            var logs = Files.createDirectories(folder(settings, "logs"));
            return new LocalBackend(files, new AgentLauncher(settings, logs), Machine.of(settings));
        } catch (IOException cannotPrepare) {
            throw new ClusterException(
                    "The folders of the local backend cannot be made: " + cannotPrepare, cannotPrepare);
        }
    }

    private static Path folder(Map<String, String> settings, String name) {
        var value = settings.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the local backend needs the setting \"" + name + "\"");
        }
        return Path.of(value);
    }
}
