package io.millwright.broker.app;

import io.millwright.broker.cluster.BackendJars;
import io.millwright.broker.cluster.ClusterBackend;
import io.millwright.broker.cluster.ClusterBackendFactory;
import io.millwright.broker.cluster.ClusterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Finds the factory of the configured backend and tells it what it needs. */
final class BackendLoader {

    private final BrokerProperties properties;
    private final Path home;
    private @Nullable ClusterBackendFactory factory;

    BackendLoader(BrokerProperties properties, Path home) {
        this.properties = properties;
        this.home = home;
    }

    /** @throws IllegalStateException when the configuration names a backend that is not there */
    ClusterBackend connect() throws ClusterException {
        var factory = factory();
        // Libraries that a backend brings look for their own resources through this loader.
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(factory.getClass().getClassLoader());
        try {
            return factory.create(settings());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Loaded once: native libraries stay with the first class loader that brought them. */
    private synchronized ClusterBackendFactory factory() throws ClusterException {
        var known = factory;
        if (known == null) {
            known = load();
            factory = known;
        }
        return known;
    }

    private ClusterBackendFactory load() throws ClusterException {
        if (properties.backend().equals("ray")) {
            return BackendJars.load("ray", rayJars());
        }
        for (var factory : ServiceLoader.load(ClusterBackendFactory.class, BackendLoader.class.getClassLoader())) {
            if (factory.name().equals(properties.backend())) {
                return factory;
            }
        }
        throw new ClusterException(
                "there is no backend \"%s\"; check millwright.broker.backend.".formatted(properties.backend()));
    }

    private List<Path> rayJars() throws ClusterException {
        var ray = properties.ray();
        if (ray == null) {
            throw new ClusterException("millwright.broker.ray is not configured.");
        }
        var jars = new ArrayList<Path>();
        try (var files = Files.newDirectoryStream(ray.codePath(), "*.jar")) {
            files.forEach(jars::add);
        } catch (IOException unreadable) {
            throw new ClusterException("the folder %s cannot be read.".formatted(ray.codePath()), unreadable);
        }
        if (!Files.isRegularFile(ray.jar())) {
            throw new ClusterException("%s is missing: Ray is not installed there.".formatted(ray.jar()));
        }
        jars.add(ray.jar());
        return jars;
    }

    private Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put("cache", home.resolve("cache/agents").toString());
        settings.put("work", home.resolve("run/attempts").toString());
        settings.put("logs", home.resolve("logs/agents").toString());
        settings.put("run", home.resolve("run/agents").toString());
        settings.put("agent.classpath", properties.agent().classpath());
        settings.put("runner.classpath", properties.runner().classpath());
        settings.put("java.home", properties.javaHome().toString());
        settings.put("sandbox", properties.sandbox());
        var local = properties.local();
        if (local != null) {
            put(settings, "cpus", local.cpus());
            put(settings, "gpus", local.gpus());
            put(settings, "memory", local.memoryBytes());
        }
        var ray = properties.ray();
        if (ray != null) {
            settings.put("ray.address", ray.address());
            settings.put("ray.token-file", ray.tokenFile().toString());
            settings.put("ray.code-path", ray.codePath().toString());
            settings.put("ray.namespace", ray.namespace());
        }
        return settings;
    }

    private static void put(Map<String, String> settings, String name, long value) {
        if (value > 0) {
            settings.put(name, Long.toString(value));
        }
    }
}
