package io.millwright.portal.ui.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.TreeMap;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Addresses of our scripts and styles with a version in them, made of the bytes of all files: what a browser or a proxy has kept is
 * never taken for another version's. Modules and style sheets that one imports lie beside it and so carry the same version.
 */
@Configuration(proxyBeanMethods = false)
class FrontendAddresses implements WebMvcConfigurer {

    private static final String FOLDER = "/META-INF/resources/millwright/";
    private static final int DIGITS = 16;
    private static final Duration KEPT = Duration.ofDays(365);

    private final String version = version();

    /** Of a file below {@code millwright}, against the page's base. */
    String of(String file) {
        return "./millwright/" + version + "/" + file;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/millwright/" + version + "/**")
                .addResourceLocations("classpath:" + FOLDER)
                .setCacheControl(CacheControl.maxAge(KEPT).cachePublic().immutable());
        registry.addResourceHandler("/millwright/**")
                .addResourceLocations("classpath:" + FOLDER)
                .setCacheControl(CacheControl.noCache());
    }

    private static String version() {
        var files = new TreeMap<String, byte[]>();
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "**/*.*")) {
                var address = file.getURL().toString();
                files.put(address.substring(address.indexOf(FOLDER)), file.getContentAsByteArray());
            }
            files.forEach((address, bytes) -> {
                digest.update(address.getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (IOException | NoSuchAlgorithmException unreadable) {
            throw new IllegalStateException("our scripts and styles cannot be read", unreadable);
        }
    }
}
