package io.millwright.tenancy.internal;

import io.millwright.tenancy.ObjectStoreProperties.S3;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Blobs as objects of a bucket. Sealed before they leave this machine, so that the bucket's owner reads nothing. */
final class S3Blobs implements Blobs, AutoCloseable {

    private final S3Client client;
    private final String bucket;
    private final String prefix;

    S3Blobs(S3Client client, String bucket, String prefix) {
        this.client = client;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    /** @param place {@code <bucket>[/<prefix>]} */
    static S3Blobs at(String place, @Nullable S3 properties) {
        var slash = place.indexOf('/');
        var bucket = slash < 0 ? place : place.substring(0, slash);
        var prefix = slash < 0 ? "" : place.substring(slash + 1).replaceAll("/*$", "/");
        return new S3Blobs(client(properties == null ? new S3(null, null, null, null) : properties), bucket, prefix);
    }

    private static S3Client client(S3 properties) {
        var builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .forcePathStyle(properties.endpoint() != null)
                .region(Region.of(properties.region() == null ? "us-east-1" : properties.region()));
        if (properties.endpoint() != null) {
            builder.endpointOverride(properties.endpoint());
        }
        if (properties.accessKey() != null && properties.secretKey() != null) {
            builder.credentialsProvider(StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(properties.accessKey(), properties.secretKey())));
        } else {
            builder.credentialsProvider(DefaultCredentialsProvider.builder().build());
        }
        return builder.build();
    }

    @Override
    public Path prepare() throws IOException {
        return Files.createTempFile("millwright-object", ".part");
    }

    @Override
    public void store(String key, Path prepared) throws IOException {
        try {
            client.putObject(request -> request.bucket(bucket).key(prefix + key), RequestBody.fromFile(prepared));
        } catch (SdkException e) {
            throw failed("store", key, e);
        }
    }

    @Override
    public InputStream open(String key) throws IOException {
        try {
            return client.getObject(request -> request.bucket(bucket).key(prefix + key));
        } catch (NoSuchKeyException absent) {
            throw new NoSuchFileException(key);
        } catch (SdkException e) {
            throw failed("open", key, e);
        }
    }

    @Override
    public SeekableByteChannel channel(String key) throws IOException {
        try {
            var size = client.headObject(request -> request.bucket(bucket).key(prefix + key))
                    .contentLength();
            return new RangeChannel(size, (from, to) -> range(key, from, to));
        } catch (NoSuchKeyException absent) {
            throw new NoSuchFileException(key);
        } catch (SdkException e) {
            throw failed("open", key, e);
        }
    }

    private byte[] range(String key, long from, long to) throws IOException {
        try {
            return client.getObjectAsBytes(
                            request -> request.bucket(bucket).key(prefix + key).range("bytes=" + from + "-" + (to - 1)))
                    .asByteArray();
        } catch (SdkException e) {
            throw failed("read", key, e);
        }
    }

    @Override
    public boolean exists(String key) throws IOException {
        try {
            return client.headObject(request -> request.bucket(bucket).key(prefix + key))
                            .contentLength()
                    >= 0;
        } catch (NoSuchKeyException absent) {
            return false;
        } catch (SdkException e) {
            throw failed("look for", key, e);
        }
    }

    @Override
    public void delete(String key) throws IOException {
        try {
            client.deleteObject(request -> request.bucket(bucket).key(prefix + key));
        } catch (SdkException e) {
            throw failed("delete", key, e);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private IOException failed(String verb, String key, SdkException cause) {
        return new IOException("the bucket \"%s\" did not %s \"%s\"".formatted(bucket, verb, prefix + key), cause);
    }
}
