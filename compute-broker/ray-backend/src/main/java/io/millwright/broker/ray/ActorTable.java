package io.millwright.broker.ray;

import io.ray.api.id.JobId;
import io.ray.api.runtimecontext.ActorState;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The control store's table of actors. Ray's Java API tells names and states, but neither the node nor the resources of an
 * actor; the table has both. It is read through classes of {@code ray_dist.jar} that are not part of the API, by name: this
 * is the only place that may have to change with a version of Ray.
 */
final class ActorTable {

    private static final List<ActorState> LIVING = List.of(
            ActorState.DEPENDENCIES_UNREADY, ActorState.PENDING_CREATION, ActorState.ALIVE, ActorState.RESTARTING);

    private final Method accessor;
    private final Method list;
    private final Method parse;
    private final Class<?> row;

    ActorTable() throws ReflectiveOperationException {
        var state = Class.forName("io.ray.runtime.gcs.GlobalStateAccessor");
        accessor = state.getMethod("getInstance", String.class, String.class, String.class);
        list = state.getMethod("getAllActorInfo", JobId.class, ActorState.class);
        row = Class.forName("io.ray.runtime.generated.Gcs$ActorTableData");
        parse = row.getMethod("parseFrom", byte[].class);
    }

    /**
     * An actor that lives or will.
     *
     * @param node hexadecimal, empty while it has none
     * @param resources by Ray's names
     */
    record Actor(String namespace, String name, boolean alive, String node, Map<String, Double> resources) {}

    /** All actors that are not dead. The driver must be connected. */
    List<Actor> living() throws ReflectiveOperationException {
        // The arguments matter only to the first call in a process, which the driver made when it connected.
        var connected = accessor.invoke(null, "", "", "");
        var actors = new ArrayList<Actor>();
        for (var state : LIVING) {
            for (var bytes : (List<?>) list.invoke(connected, null, state)) {
                actors.add(actor(parse.invoke(null, bytes), state == ActorState.ALIVE));
            }
        }
        return actors;
    }

    @SuppressWarnings("unchecked")
    private Actor actor(Object data, boolean alive) throws ReflectiveOperationException {
        return new Actor(
                (String) get(data, "getRayNamespace"),
                (String) get(data, "getName"),
                alive,
                hex(get(data, "getNodeId")),
                (Map<String, Double>) get(data, "getRequiredResourcesMap"));
    }

    private Object get(Object data, String getter) throws ReflectiveOperationException {
        return row.getMethod(getter).invoke(data);
    }

    private static String hex(Object byteString) throws InvocationTargetException, ReflectiveOperationException {
        var bytes = (byte[]) byteString.getClass().getMethod("toByteArray").invoke(byteString);
        return bytes == null ? "" : HexFormat.of().formatHex(bytes);
    }
}
