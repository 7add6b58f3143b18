package io.millwright.plugins.host.internal;

import java.io.FileFilter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pf4j.AbstractPluginManager;
import org.pf4j.BasePluginRepository;
import org.pf4j.DefaultExtensionFactory;
import org.pf4j.DefaultExtensionFinder;
import org.pf4j.DefaultPluginDescriptor;
import org.pf4j.DefaultPluginFactory;
import org.pf4j.DefaultPluginStatusProvider;
import org.pf4j.DefaultVersionManager;
import org.pf4j.ExtensionFactory;
import org.pf4j.ExtensionFinder;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginFactory;
import org.pf4j.PluginLoader;
import org.pf4j.PluginRepository;
import org.pf4j.PluginRuntimeException;
import org.pf4j.PluginState;
import org.pf4j.PluginStatusProvider;
import org.pf4j.PluginWrapper;
import org.pf4j.PropertiesPluginDescriptorFinder;
import org.pf4j.VersionManager;

/**
 * PF4J over a folder of verified archives: it finds them, reads who they are, and says which ones this version of the API can
 * carry. Its default manager is not used because it would unpack every zip. It never runs them: this process serves people, and template code runs in confined processes only. So nothing can
 * be started here, and the class loader of every plugin is {@link NoClasses}.
 */
final class TemplatePlugins extends AbstractPluginManager {

    /** The version of the template API that this installation carries; templates say which one they need at least. */
    static final String API = "0.1.0";

    private final Map<Path, String> refused = new LinkedHashMap<>();

    TemplatePlugins(Path folder) {
        super(folder);
        setSystemVersion(API);
    }

    /** Archives that PF4J could not take up, with the reason. */
    Map<Path, String> refused() {
        return Map.copyOf(refused);
    }

    @Override
    protected PluginRepository createPluginRepository() {
        return new BasePluginRepository(
                getPluginsRoots(), (FileFilter) file -> file.getName().endsWith(".zip"));
    }

    /** Several versions of a template lie side by side, so the plugin's identity is template and version. */
    @Override
    protected PluginDescriptorFinder createPluginDescriptorFinder() {
        return new PropertiesPluginDescriptorFinder() {
            @Override
            public PluginDescriptor find(Path archive) {
                return new VersionedDescriptor(super.find(archive));
            }
        };
    }

    @Override
    protected PluginLoader createPluginLoader() {
        return new PluginLoader() {
            @Override
            public boolean isApplicable(Path archive) {
                return true;
            }

            @Override
            public ClassLoader loadPlugin(Path archive, PluginDescriptor descriptor) {
                return new NoClasses();
            }
        };
    }

    @Override
    protected PluginFactory createPluginFactory() {
        return new DefaultPluginFactory();
    }

    @Override
    protected ExtensionFactory createExtensionFactory() {
        return new DefaultExtensionFactory();
    }

    @Override
    protected ExtensionFinder createExtensionFinder() {
        return new DefaultExtensionFinder(this);
    }

    @Override
    protected PluginStatusProvider createPluginStatusProvider() {
        return new DefaultPluginStatusProvider(getPluginsRoot());
    }

    @Override
    protected VersionManager createVersionManager() {
        return new DefaultVersionManager();
    }

    @Override
    protected PluginWrapper loadPluginFromPath(Path archive) {
        try {
            var found = getPluginDescriptorFinder().find(archive);
            var earlier = found == null ? null : plugins.get(found.getPluginId());
            if (earlier != null) {
                var words = "%s brings %s too".formatted(earlier.getPluginPath().getFileName(), found.getPluginId());
                throw new PluginRuntimeException(words + ".");
            }
            return super.loadPluginFromPath(archive);
        } catch (PluginRuntimeException unfit) {
            // PF4J's words name the folder of the copies, which means nothing to people.
            var words = String.valueOf(unfit.getMessage()).replace(getPluginsRoot() + "/", "");
            refused.put(archive, "PF4J does not take it: " + words);
            throw unfit;
        }
    }

    @Override
    public PluginState startPlugin(String plugin) {
        throw new UnsupportedOperationException("templates run in confined processes, never here");
    }

    @Override
    public void startPlugins() {
        startPlugin("any");
    }

    /** A plugin's description with an identity per version. */
    private static final class VersionedDescriptor extends DefaultPluginDescriptor {
        VersionedDescriptor(PluginDescriptor found) {
            super(
                    found.getPluginId() + "@" + found.getVersion(),
                    found.getPluginDescription(),
                    found.getPluginClass(),
                    found.getVersion(),
                    found.getRequires(),
                    found.getProvider(),
                    found.getLicense());
        }
    }

    /** Knows no class and no resource, not even the JDK's: whoever tries to run a template here fails at once. */
    static final class NoClasses extends ClassLoader {
        NoClasses() {
            super("template", null);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            throw new ClassNotFoundException(name + " (templates run in confined processes, never here)");
        }

        @Override
        public java.net.@Nullable URL getResource(String name) {
            return null;
        }
    }
}
