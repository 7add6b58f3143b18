package io.millwright.tenancy;

import io.millwright.tenancy.internal.DatabaseConfiguration;
import io.millwright.tenancy.internal.TenancyServices;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Everything an application needs to work for tenants: imported by the portal and the broker. The application provides a
 * {@link ChangeRecorder} and a {@link java.time.Clock}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DatabaseProperties.class, ObjectStoreProperties.class})
@Import({DatabaseConfiguration.class, TenancyServices.class})
public class TenancyConfiguration {}
