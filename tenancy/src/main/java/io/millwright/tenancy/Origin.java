package io.millwright.tenancy;

/**
 * Where a call came from.
 *
 * @param channel the door
 * @param address the network address of the client, empty for our own processes
 */
public record Origin(Channel channel, String address) {

    public static final Origin SYSTEM = new Origin(Channel.SYSTEM, "");

    /** The door through which a call came. */
    public enum Channel {
        BROWSER,
        API,
        JOB,
        SYSTEM
    }
}
