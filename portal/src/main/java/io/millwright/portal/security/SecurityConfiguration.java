package io.millwright.portal.security;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import io.millwright.portal.PortalProperties;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/** Three doors: the API with bearer tokens and no session, health for the launcher, and everything else for browsers. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String[] PUBLIC_API = {"/api/v1/info", "/api/openapi.json"};

    /** Our own scripts and styles: the same for everybody, and needed before anybody has signed in. */
    private static final String[] STATIC = {"/millwright/**", "/_static/**", "/favicon.ico"};

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, IdentityProvider tokens, ApiDoor door, TenantFence fence)
            throws Exception {
        return http.securityMatcher("/api", "/api/**")
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, PUBLIC_API)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(tokens))
                        .bearerTokenResolver(new BearerHeader())
                        .authenticationEntryPoint(door)
                        .accessDeniedHandler(door))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(door).accessDeniedHandler(door))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // A bearer token is sent by a program on purpose, never by a browser by itself.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(
                                csp -> csp.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .addFilterBefore(new ProviderOutage(door), BearerTokenAuthenticationFilter.class)
                .addFilterAfter(fence, AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain health(HttpSecurity http) throws Exception {
        return http.securityMatcher("/actuator/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.NOT_FOUND)))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain browsers(
            HttpSecurity http, IdentityProvider provider, BrowserSessions sessions, ContentSecurityPolicy policy)
            throws Exception {
        var pages = new SignInPages(provider);
        return http.authorizeHttpRequests(
                        requests -> requests.requestMatchers(STATIC).permitAll())
                .with(vaadin(), vaadin -> vaadin.oauth2LoginPage(SignInPages.START, "{baseUrl}/")
                        .addLogoutHandler(sessions))
                .oauth2Login(login -> login.clientRegistrationRepository(provider)
                        .userInfoEndpoint(user -> user.oidcUserService(claimsOfTheIdToken()))
                        .failureHandler(pages))
                .oidcLogout(
                        logout -> logout.clientRegistrationRepository(provider).backChannel(Customizer.withDefaults()))
                .headers(headers -> headers.withObjectPostProcessor(early())
                        .addHeaderWriter(policy)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(), microphone=(), geolocation=(), payment=()")))
                .addFilterBefore(pages, OAuth2AuthorizationRequestRedirectFilter.class)
                .build();
    }

    /** Pages of Flow are forwarded to its servlet, whose answer has left before headers that are added late. */
    private static ObjectPostProcessor<HeaderWriterFilter> early() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends HeaderWriterFilter> O postProcess(O filter) {
                filter.setShouldWriteHeadersEagerly(true);
                return filter;
            }
        };
    }

    /** Tells of sessions that end, by themselves or not. */
    @Bean
    ServletListenerRegistrationBean<HttpSessionEventPublisher> sessionEvents() {
        return new ServletListenerRegistrationBean<>(new HttpSessionEventPublisher());
    }

    /** Over https the session's cookie never travels without it. */
    @Bean
    ServletContextInitializer secureCookie(PortalProperties portal) {
        return context -> {
            if ("https".equals(portal.publicUrl().getScheme())) {
                context.getSessionCookieConfig().setSecure(true);
            }
        };
    }

    private static OidcUserService claimsOfTheIdToken() {
        var service = new OidcUserService();
        service.setRetrieveUserInfo(request -> false);
        return service;
    }
}
