package io.millwright.tenancy;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to reach PostgreSQL and as whom. The owner migrates and does nothing else; the others own nothing and are held by row
 * level security.
 *
 * @param url JDBC address
 * @param role as whom this process works: {@code app} or {@code broker}
 * @param poolSize connections of this process at most
 */
@ConfigurationProperties("millwright.database")
public record DatabaseProperties(
        String url,
        String ownerUser,
        String ownerPassword,
        String appUser,
        String appPassword,
        String operatorUser,
        String operatorPassword,
        String brokerUser,
        String brokerPassword,
        @DefaultValue("app") String role,
        @DefaultValue("10") int poolSize) {

    @Override
    public String toString() {
        return "DatabaseProperties[url=" + url + ", role=" + role + "]";
    }
}
