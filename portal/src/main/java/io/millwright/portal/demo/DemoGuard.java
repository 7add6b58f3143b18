package io.millwright.portal.demo;

import io.millwright.tenancy.MillwrightException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Refuses to start the demo world where others could reach it: its passwords are the names of its accounts. Runs before
 * anything listens.
 */
public class DemoGuard implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.getProperty("millwright.demo", Boolean.class, false)) {
            return;
        }
        var address = environment.getProperty("server.address", "");
        if (!isLoopback(address)) {
            throw MillwrightException.refused(
                    "demo-not-on-loopback",
                    "The demo world has accounts whose passwords are their names, and the portal would listen on %s."
                            .formatted(address.isBlank() ? "all addresses" : address),
                    "Set server.address=127.0.0.1, or millwright.demo=false.");
        }
    }

    private static boolean isLoopback(String address) {
        try {
            // An empty name would be the loopback address to Java and every address to the server.
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
