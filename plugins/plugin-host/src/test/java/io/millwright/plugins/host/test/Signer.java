package io.millwright.plugins.host.test;

import io.millwright.plugins.archive.ArchiveSigner;
import io.millwright.plugins.archive.SigningKeys;
import io.millwright.plugins.archive.TrustedKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** A key, and a folder in which its public half is trusted. */
public record Signer(Path key, Path trusted) {

    public static Signer in(Path folder) throws IOException, GeneralSecurityException {
        var trusted = Files.createDirectories(folder.resolve("trusted"));
        SigningKeys.create(folder.resolve("signer.der"), trusted.resolve("signer.pub"));
        return new Signer(folder.resolve("signer.der"), trusted);
    }

    public Path sign(Path zip, Path signed) throws IOException, GeneralSecurityException {
        var pair = SigningKeys.read(key);
        new ArchiveSigner(pair.getPrivate(), id()).sign(zip, signed);
        return signed;
    }

    public String id() throws IOException, GeneralSecurityException {
        return TrustedKeys.id(SigningKeys.read(key).getPublic());
    }
}
