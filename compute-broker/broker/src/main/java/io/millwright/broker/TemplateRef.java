package io.millwright.broker;

/**
 * The exact template a job runs. Its signed archive is an object of the tenant {@code platform}.
 *
 * @param id the template
 * @param version its version
 * @param digest SHA-256 of the signed archive, 64 lower-case hexadecimal digits
 */
public record TemplateRef(String id, String version, String digest) {

    public TemplateRef {
        if (id.isBlank() || version.isBlank() || !digest.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a template: " + id + " " + version + " " + digest);
        }
    }
}
