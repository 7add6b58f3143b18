package io.millwright.launcher;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** The portal, with the signed templates it offers. */
record PortalProcess() implements PartKind {

    @Override
    public String name() {
        return "portal";
    }

    @Override
    public Map<Integer, String> ports(Ports ports) {
        return Map.of(ports.portal(), "portal");
    }

    @Override
    public void prepare(World world, Progress progress) {
        var applications = new Applications(world);
        applications.copyJar(name(), "portal");
        var templates = new SignedTemplates(world);
        templates.prepare(progress);
        var own = new LinkedHashMap<String, String>();
        own.put("millwright.oidc.issuer", world.issuer());
        own.put("millwright.oidc.client-id", "millwright-portal");
        own.put("millwright.oidc.client-secret", world.secrets().text("oidc-portal"));
        own.put("millwright.oidc.cli-client-id", "millwright-cli");
        own.put("millwright.oidc.admin-client-id", "millwright-provisioner");
        own.put("millwright.oidc.admin-client-secret", world.secrets().text("oidc-provisioner"));
        own.put("millwright.templates.folder", templates.folder().toString());
        own.put("millwright.templates.trusted-keys", templates.trustedKeys().toString());
        own.put("millwright.engines.folder", templates.engines().toString());
        own.put("vaadin.launch-browser", "false");
        applications.write(name(), world.ports().portal(), own);
    }

    @Override
    public Part part(World world) {
        var command = new Applications(world).command(name(), "-Xms64m", "-Xmx512m");
        var probe =
                new Probe.Http(URI.create("http://127.0.0.1:" + world.ports().portal() + "/actuator/health"));
        return Part.of(name(), command, world.environment(name()), world.home(), probe)
                .after("postgres");
    }
}
