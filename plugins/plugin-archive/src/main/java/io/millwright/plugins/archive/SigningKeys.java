package io.millwright.plugins.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;

/** Reads and makes Ed25519 keys for signing. */
public final class SigningKeys {

    private SigningKeys() {}

    /**
     * Reads a private key in PKCS#8 DER and finds its public half.
     *
     * @throws GeneralSecurityException when the file holds no such key
     */
    public static KeyPair read(Path privateKey) throws IOException, GeneralSecurityException {
        var spec = new PKCS8EncodedKeySpec(Files.readAllBytes(privateKey));
        var key = (EdECPrivateKey) KeyFactory.getInstance("Ed25519").generatePrivate(spec);
        var seed = key.getBytes().orElseThrow(() -> new GeneralSecurityException("the key cannot be read"));
        // The JDK has no call for "the public key of this private key", but making a pair asks a source of randomness
        // for exactly the 32 bytes that are the private key.
        var generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new Replay(seed));
        var pair = generator.generateKeyPair();
        if (!java.util.Arrays.equals(pair.getPrivate().getEncoded(), key.getEncoded())) {
            throw new GeneralSecurityException("the public half of the key cannot be found");
        }
        return pair;
    }

    /** Makes a new pair of keys: the private one readable by its owner only. Neither file may exist. */
    public static void create(Path privateKey, Path publicKey) throws IOException, GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(privateKey, ownerOnly);
        Files.write(privateKey, pair.getPrivate().getEncoded());
        Files.createFile(publicKey);
        Files.write(publicKey, pair.getPublic().getEncoded());
    }

    /** Gives back bytes that are known. */
    private static final class Replay extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final byte[] bytes;

        Replay(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void nextBytes(byte[] target) {
            System.arraycopy(bytes, 0, target, 0, target.length);
        }
    }
}
