package io.millwright.plugins.host.test;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Makes the few methods of a service that a test needs into the whole service; the others fail. */
public final class Partial {

    private Partial() {}

    /** The service, answered by public methods of {@code few} that have the same name and parameters. */
    public static <T> T of(Class<T> service, Object few) {
        return service.cast(Proxy.newProxyInstance(
                service.getClassLoader(), new Class<?>[] {service}, (proxy, method, arguments) -> {
                    try {
                        return few.getClass()
                                .getMethod(method.getName(), method.getParameterTypes())
                                .invoke(few, arguments);
                    } catch (NoSuchMethodException unused) {
                        throw new UnsupportedOperationException(method.toString(), unused);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }
}
