package io.millwright.portal.api;

import io.millwright.portal.security.TenantFence;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Identity;
import io.millwright.tenancy.MillwrightException;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What controllers can ask for besides parameters and bodies: the {@link Caller}, the {@link Identity}, the {@link Paging}. */
@Configuration(proxyBeanMethods = false)
class ApiArguments implements WebMvcConfigurer {

    private final OperatorCalls operators;

    ApiArguments(OperatorCalls operators) {
        this.operators = operators;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Resolver<>(Caller.class, this::caller));
        resolvers.add(new Resolver<>(Identity.class, (parameter, request) -> identity(request)));
        resolvers.add(new Resolver<>(Paging.class, (parameter, request) -> paging(request)));
    }

    private Caller caller(MethodParameter parameter, NativeWebRequest request) {
        return parameter.hasParameterAnnotation(Operators.class)
                ? operators.caller(identity(request), OperatorCalls.address(request))
                : attribute(request, TenantFence.CALLER, Caller.class);
    }

    private static Identity identity(NativeWebRequest request) {
        return attribute(request, TenantFence.IDENTITY, Identity.class);
    }

    private static Paging paging(NativeWebRequest request) {
        var limit = request.getParameter("limit");
        try {
            return new Paging(request.getParameter("after"), limit == null ? Paging.DEFAULT : Integer.parseInt(limit));
        } catch (NumberFormatException notANumber) {
            throw MillwrightException.user(
                    "limit-invalid", "The limit \"%s\" is not a whole number.".formatted(limit), "Give a number.");
        }
    }

    private static <T> T attribute(NativeWebRequest request, String name, Class<T> type) {
        // Absent only where a path was mapped that the fence does not know: a defect, and nothing is answered.
        return type.cast(Objects.requireNonNull(request.getAttribute(name, RequestAttributes.SCOPE_REQUEST), name));
    }

    private record Resolver<T>(Class<T> type, BiFunction<MethodParameter, NativeWebRequest, T> value)
            implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == type;
        }

        @Override
        public T resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binder) {
            return value.apply(parameter, request);
        }
    }
}
