package io.millwright.portal.api;

import io.millwright.tenancy.MillwrightException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every path of the API that is no path, and every method that a path does not take: a problem, never a page. */
@Hidden
@RestController
class Nowhere {

    static final String ALLOW = Nowhere.class.getName() + ".allow";

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    Nowhere(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @RequestMapping({"/api", "/api/**"})
    void nothingHere(HttpServletRequest request) {
        var allowed = methodsOf(PathContainer.parsePath(request.getRequestURI()));
        if (allowed.isEmpty()) {
            throw MillwrightException.missing("path", request.getRequestURI());
        }
        request.setAttribute(ALLOW, String.join(", ", allowed));
        throw MillwrightException.user(
                "method-not-allowed",
                "%s does not go here.".formatted(request.getMethod()),
                "This address takes: %s.".formatted(String.join(", ", allowed)));
    }

    private TreeSet<String> methodsOf(PathContainer path) {
        return mappings.getObject().getHandlerMethods().keySet().stream()
                .filter(mapping -> matches(mapping, path))
                .flatMap(mapping -> mapping.getMethodsCondition().getMethods().stream())
                .map(Enum::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean matches(RequestMappingInfo mapping, PathContainer path) {
        var patterns = mapping.getPathPatternsCondition();
        return patterns != null
                && patterns.getPatterns().stream()
                        .anyMatch(pattern -> pattern.getPatternString().startsWith("/api/") && pattern.matches(path));
    }
}
