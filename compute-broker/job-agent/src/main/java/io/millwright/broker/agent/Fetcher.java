package io.millwright.broker.agent;

import io.millwright.broker.agent.AttemptSpec.Input;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Fetches files from the gateway and refuses those that are not what the spec names. */
final class Fetcher {

    private static final int BUFFER = 1 << 16;

    private final Gateway gateway;
    private final StopSignal stop;

    Fetcher(Gateway gateway, StopSignal stop) {
        this.gateway = gateway;
        this.stop = stop;
    }

    /** Fetches a file as it is. */
    void fetch(Input input, Path target) throws StoppedException, AttemptFailure {
        fetch(input, target, false);
    }

    /** Fetches a gzip-compressed file and unpacks it on the way. */
    void fetchUnpacked(Input input, Path target) throws StoppedException, AttemptFailure {
        fetch(input, target, true);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private void fetch(Input input, Path target, boolean compressed) throws StoppedException, AttemptFailure {
        String found = gateway.get(input.path(), body -> {
            var digest = new DigestInputStream(new Stoppable(body), sha256());
            try (var content = compressed ? new GZIPInputStream(digest, BUFFER) : digest;
                    var out = new LocalFile(target)) {
                for (int length = content.read(out.buffer); length >= 0; length = content.read(out.buffer)) {
                    out.write(length);
                }
            } catch (ZipException damaged) {
                // the digest says so too, and better
            }
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        });
        if (!found.equals(input.digest())) {
            throw new AttemptFailure(Verdict.agent(
                    "digest-mismatch",
                    "The %s that arrived is not the one this job names: its SHA-256 is %s instead of %s."
                            .formatted(input.title(), found, input.digest()),
                    "Nothing was run. Ask an operator to check the object store."));
        }
    }

    /** A file of this node: what goes wrong with it is not the gateway's doing and not worth a repetition. */
    private static final class LocalFile implements AutoCloseable {

        private final byte[] buffer = new byte[BUFFER];
        private final Path path;
        private final OutputStream out;

        LocalFile(Path path) throws AttemptFailure {
            this.path = path;
            try {
                out = Files.newOutputStream(path);
            } catch (IOException unwritable) {
                throw failed(unwritable);
            }
        }

        void write(int length) throws AttemptFailure {
            try {
                out.write(buffer, 0, length);
            } catch (IOException unwritable) {
                throw failed(unwritable);
            }
        }

        @Override
        public void close() throws AttemptFailure {
            try {
                out.close();
            } catch (IOException unwritable) {
                throw failed(unwritable);
            }
        }

        private AttemptFailure failed(IOException unwritable) {
            return new AttemptFailure(Verdict.agent(
                    "node-disk",
                    "The node could not keep " + path.getFileName() + ": " + unwritable.getMessage() + ".",
                    "Ask an operator to look at the node's disk."));
        }
    }

    /** Ends in the middle of a long download when the attempt is stopped. */
    private final class Stoppable extends FilterInputStream {

        Stoppable(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            check();
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            check();
            return super.read(bytes, offset, length);
        }

        @Override
        public void close() {
            // closed by whoever opened it, when what follows a damaged or compressed part was read too
        }

        private void check() throws IOException {
            if (stop.raised()) {
                throw new IOException("stopped");
            }
        }
    }
}
