package io.millwright.launcher;

import java.util.LinkedHashMap;
import java.util.Map;

/** The fixed places of all listeners, counted from one base port. */
record Ports(int base) {

    static final int DEFAULT_BASE = 8080;
    private static final int SPAN = 10;

    Ports {
        if (base < 1024 || base > 65535 - SPAN) {
            throw new LauncherException(
                    "MILLWRIGHT_PORT is %d, but the base port must lie between 1024 and %d: Millwright uses the %d ports from there on."
                            .formatted(base, 65535 - SPAN, SPAN));
        }
    }

    static Ports parse(String text) {
        try {
            return new Ports(Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            throw new LauncherException(
                    "MILLWRIGHT_PORT is '%s', which is not a number. Set it to a base port such as %d."
                            .formatted(text, DEFAULT_BASE));
        }
    }

    int portal() {
        return base;
    }

    int keycloak() {
        return base + 1;
    }

    int broker() {
        return base + 2;
    }

    int postgres() {
        return base + 3;
    }

    int rayControl() {
        return base + 4;
    }

    int rayDashboard() {
        return base + 5;
    }

    /** What Ray's helpers listen on besides, all on loopback: fixed, so that two worlds never meet. */
    Map<String, Integer> rayHelpers() {
        var helpers = new LinkedHashMap<String, Integer>();
        helpers.put("dashboard-agent-listen-port", base + 6);
        helpers.put("dashboard-agent-grpc-port", base + 7);
        helpers.put("runtime-env-agent-port", base + 8);
        helpers.put("metrics-export-port", base + 9);
        return helpers;
    }
}
