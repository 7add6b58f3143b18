package io.millwright.broker.cluster;

import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

/** Loads a backend whose libraries must not meet the application's. */
public final class BackendJars {

    private BackendJars() {}

    /**
     * Loads a backend's factory in a class loader of its own, which shares nothing but the JDK and this package. Load it once
     * per process: native libraries stay with the loader that brought them.
     *
     * @param name of the backend
     * @param jars the backend's jar and all it needs; folders of classes will do
     * @throws ClusterException when the jars hold no such backend
     */
    public static ClusterBackendFactory load(String name, List<Path> jars) throws ClusterException {
        var loader = new BackendClassLoader(jars.stream().map(BackendJars::url).toList(), loaderOfSeam());
        for (var factory : ServiceLoader.load(ClusterBackendFactory.class, loader)) {
            if (factory.name().equals(name)) {
                return factory;
            }
        }
        throw new ClusterException("the jars %s hold no backend \"%s\".".formatted(jars, name));
    }

    private static ClassLoader loaderOfSeam() {
        return BackendJars.class.getClassLoader();
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
