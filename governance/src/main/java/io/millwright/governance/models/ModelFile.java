package io.millwright.governance.models;

import io.millwright.tenancy.ObjectRef;

/**
 * A file of a model version, stored as an object of the tenant.
 *
 * @param name relative path with forward slashes, e.g. {@code model.ubj}
 * @param object its bytes
 */
public record ModelFile(String name, ObjectRef object) {

    public ModelFile {
        if (name.length() > 200 || !name.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*")) {
            throw new IllegalArgumentException("not a name of a model file: " + name);
        }
    }
}
