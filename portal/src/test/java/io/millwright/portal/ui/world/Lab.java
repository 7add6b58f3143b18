package io.millwright.portal.ui.world;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import com.vaadin.flow.spring.security.AuthenticationContext;
import com.vaadin.flow.spring.security.VaadinAwareSecurityContextHolderStrategyConfiguration;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The views over the world in memory, to look at in a browser: {@code ?as=acme-admin} chooses who one is,
 * {@code ?story=begin}, {@code week} or {@code four} what has happened. For tests' eyes only: nobody signs in here.
 */
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
        })
@EnableVaadin("io.millwright.portal.ui")
@ComponentScan(
        basePackages = "io.millwright.portal.ui",
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.world\\..*"))
@Import({WorldConfiguration.class, VaadinAwareSecurityContextHolderStrategyConfiguration.class})
public class Lab {

    public static void main(String[] arguments) {
        SpringApplication.run(Lab.class, arguments);
    }

    @Bean
    AuthenticationContext authenticationContext() {
        return new AuthenticationContext();
    }

    @Bean
    SecurityFilterChain open(HttpSecurity http, World world) throws Exception {
        return http.csrf(csrf -> csrf.disable())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .addFilterBefore(new Choice(world), AuthorizationFilter.class)
                .build();
    }

    private static final class Choice extends OncePerRequestFilter {

        private final World world;

        Choice(World world) {
            this.world = world;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var session = request.getSession();
            if (request.getParameter("as") != null) {
                session.setAttribute("as", request.getParameter("as"));
            }
            if ("begin".equals(request.getParameter("story"))) {
                Stories.begin(world);
            } else if ("week".equals(request.getParameter("story"))) {
                Stories.week(world);
            } else if ("four".equals(request.getParameter("story"))) {
                Stories.four(world);
            }
            var as = session.getAttribute("as") instanceof String known ? known : "acme-admin";
            SecurityContextHolder.getContext().setAuthentication(Person.named(as));
            chain.doFilter(request, response);
        }
    }
}
