import io.ray.api.ActorHandle;
import io.ray.api.Ray;
import java.util.List;

/**
 * The baseline of first_line.py: what it takes Ray alone to start a Java actor and answer a first call, seen by a driver
 * that is connected already. Prints one line of milliseconds per round.
 */
public class RawActor {

    /** An actor that does nothing but answer. */
    public static class Idle {
        public byte[] answer(byte[] question) {
            return question;
        }
    }

    public static void main(String[] arguments) {
        var rounds = Integer.parseInt(arguments[0]);
        Ray.init();
        for (var round = 0; round < rounds; round++) {
            var begin = System.nanoTime();
            ActorHandle<Idle> actor = Ray.actor(Idle::new)
                    .setJvmOptions(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"))
                    .remote();
            actor.task(Idle::answer, new byte[1]).remote().get();
            System.out.println("millis " + (System.nanoTime() - begin) / 1_000_000);
            actor.kill();
        }
        Ray.shutdown();
    }
}
