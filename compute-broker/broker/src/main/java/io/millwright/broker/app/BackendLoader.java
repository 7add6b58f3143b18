package io.millwright.broker.app;

import io.millwright.broker.cluster.ClusterBackend;
import io.millwright.broker.cluster.ClusterBackendFactory;
import io.millwright.broker.cluster.ClusterException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** Finds the factory of the configured backend and tells it what it needs. */
final class BackendLoader {

    private final BrokerProperties properties;
    private final Path home;

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

    private ClusterBackendFactory factory() throws ClusterException {
        var loader = properties.ray() != null && properties.backend().equals("ray")
                ? rayLoader(properties.ray())
                : BackendLoader.class.getClassLoader();
        for (var factory : ServiceLoader.load(ClusterBackendFactory.class, loader)) {
            if (factory.name().equals(properties.backend())) {
                return factory;
            }
        }
        throw new ClusterException(
                "there is no backend \"%s\"; check millwright.broker.backend.".formatted(properties.backend()));
    }

    private static ClassLoader rayLoader(BrokerProperties.Ray ray) throws ClusterException {
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
        return new BackendClassLoader(urls(jars), BackendLoader.class.getClassLoader());
    }

    private static List<URL> urls(List<Path> jars) {
        return jars.stream()
                .map(jar -> {
                    try {
                        return jar.toUri().toURL();
                    } catch (MalformedURLException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                })
                .toList();
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
