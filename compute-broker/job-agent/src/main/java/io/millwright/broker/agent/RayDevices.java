package io.millwright.broker.agent;

import java.lang.reflect.Method;
import java.util.List;

/**
 * The GPUs that Ray has granted to the actor that this process is. By reflection, because this module knows the JDK only and a
 * worker process of Ray has Ray's own classes.
 */
final class RayDevices {

    private RayDevices() {}

    /** Their numbers; empty outside of Ray. */
    static List<Integer> granted() {
        try {
            Object context = Class.forName("io.ray.api.Ray")
                    .getMethod("getRuntimeContext")
                    .invoke(null);
            Method ids =
                    Class.forName("io.ray.api.runtimecontext.RuntimeContext").getMethod("getGpuIds");
            return ((List<?>) ids.invoke(context))
                    .stream().map(id -> ((Number) id).intValue()).toList();
        } catch (ReflectiveOperationException notInRay) {
            return List.of();
        }
    }
}
