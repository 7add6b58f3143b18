package io.millwright.isolation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A method and path of the API, taken from the mappings of the running application, so that a new one cannot be forgotten.
 *
 * @param pattern as the controller says it
 */
record Endpoint(String method, String pattern) {

    /** Variables that name something of a tenant. */
    private static final Set<String> IDENTITIES = Set.of("installation", "dataset", "project", "job", "model");

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    static List<Endpoint> all(RequestMappingHandlerMapping mappings) {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(mapping -> !mapping.getKey().getMethodsCondition().isEmpty())
                .flatMap(mapping -> mapping.getKey().getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/v1/"))
                        .flatMap(pattern -> mapping.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> new Endpoint(method.name(), pattern))))
                .distinct()
                .sorted(Comparator.comparing(Endpoint::pattern).thenComparing(Endpoint::method))
                .toList();
    }

    boolean isTenantOwned() {
        return pattern.startsWith("/api/v1/tenants/{tenant}/");
    }

    boolean isOperators() {
        return !isTenantOwned()
                && !Set.of("/api/v1/info", "/api/v1/me").contains(pattern)
                && !pattern.startsWith("/api/v1/marketplace/")
                && !(method.equals("GET") && pattern.equals("/api/v1/tenants/{tenant}"));
    }

    boolean writes() {
        return !method.equals("GET");
    }

    /** Whether a path names something of a tenant by an identity. */
    boolean hasIdentity() {
        return VARIABLE.matcher(pattern).results().anyMatch(variable -> IDENTITIES.contains(variable.group(1)));
    }

    String path(Map<String, String> values) {
        return VARIABLE.matcher(pattern)
                .replaceAll(variable -> Matcher.quoteReplacement(
                        URLEncoder.encode(values.getOrDefault(variable.group(1), "unknown"), StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
