package io.millwright.tenancy;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where objects are kept.
 *
 * @param location {@code file:<folder>} or {@code s3:<bucket>[/<prefix>]}
 * @param masterKeyFile a file with 32 random bytes that wraps every tenant's data key
 * @param s3 how to reach the bucket, needed for {@code s3:} only
 */
@ConfigurationProperties("millwright.objects")
public record ObjectStoreProperties(
        String location, Path masterKeyFile, @Nullable S3 s3) {

    /**
     * How to reach a bucket.
     *
     * @param endpoint the address of a server that speaks S3; Amazon's own when absent
     * @param region as the server calls it, {@code us-east-1} when absent
     * @param accessKey with {@code secretKey}; when absent, the usual places of the AWS SDK are looked at
     * @param secretKey never shown
     */
    public record S3(
            @Nullable URI endpoint,
            @Nullable String region,
            @Nullable String accessKey,
            @Nullable String secretKey) {

        @Override
        public String toString() {
            return "S3[endpoint=" + endpoint + ", region=" + region + "]";
        }
    }
}
