package io.millwright.broker.cluster;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a backend and its libraries apart from the application's: only the JDK and the types of the cluster seam are shared.
 * Ray's jar brings logging and JSON libraries of its own, in versions that must never meet ours.
 */
final class BackendClassLoader extends URLClassLoader {

    private static final String SEAM = "io.millwright.broker.cluster.";

    private final ClassLoader application;

    BackendClassLoader(List<URL> jars, ClassLoader application) {
        super("cluster-backend", jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        this.application = application;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return name.startsWith(SEAM) ? application.loadClass(name) : super.loadClass(name, resolve);
    }

    @Override
    public @Nullable URL getResource(String name) {
        return findResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        var own = new ArrayList<URL>();
        Collections.list(findResources(name)).forEach(own::add);
        return Collections.enumeration(own);
    }
}
