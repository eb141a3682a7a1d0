package dev.cadwright.gateway.upload;

import dev.cadwright.gateway.GatewaySettings;
import dev.cadwright.gateway.problem.ProblemCode;
import dev.cadwright.gateway.problem.ProblemException;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/** Takes bodies off the wire into temporary files: bounded in bytes and in number. */
@ApplicationScoped
@Startup
class Receiver {
    private static final Logger LOG = Logger.getLogger(Receiver.class);
    private static final Duration STALE = Duration.ofHours(24);
    private static final Duration BUSY = Duration.ofSeconds(10);

    private final Path folder;
    private final long limit;
    private final Semaphore slots;

    Receiver(GatewaySettings settings) {
        folder = settings.incoming();
        limit = settings.upload().maxSize().asLongValue();
        slots = new Semaphore(settings.upload().concurrent());
    }

    /** Work on a body that has arrived. */
    @FunctionalInterface
    interface Work<T> {
        T apply(ReceivedFile file) throws IOException;
    }

    /** Receives a body and works on it, both within one of the slots. */
    <T> T receive(InputStream body, long announced, Work<T> work) throws IOException {
        if (announced > limit) {
            throw tooLarge();
        }
        if (!slots.tryAcquire()) {
            throw new ProblemException(ProblemCode.UNAVAILABLE, "As many uploads as are allowed are being received.")
                    .retryAfter(BUSY);
        }
        try (var file = write(body)) {
            return work.apply(file);
        } finally {
            slots.release();
        }
    }

    /** A fresh path beside the received files; the caller deletes what it writes there. */
    Path scratch() throws IOException {
        return Files.createTempFile(folder, "rewritten", ".zip");
    }

    private ReceivedFile write(InputStream body) throws IOException {
        var path = Files.createTempFile(folder, "received", ".part");
        try {
            var digest = sha256();
            long size = 0;
            var buffer = new byte[1 << 16];
            try (var output = Files.newOutputStream(path)) {
                for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                    size += read;
                    if (size > limit) {
                        throw tooLarge();
                    }
                    digest.update(buffer, 0, read);
                    output.write(buffer, 0, read);
                }
            }
            return new ReceivedFile(path, size, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(path);
            throw failure;
        }
    }

    private ProblemException tooLarge() {
        return new ProblemException(
                ProblemCode.BODY_TOO_LARGE, "An upload may have %,d bytes; send several.".formatted(limit));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Removes what a gateway that was killed left behind. */
    @PostConstruct
    void sweep() {
        try {
            Files.createDirectories(folder);
            var oldest = Instant.now().minus(STALE);
            try (var files = Files.newDirectoryStream(folder, "{received,rewritten}*")) {
                for (var file : files) {
                    if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
                        Files.deleteIfExists(file);
                        LOG.infof("Removed the stale upload %s", file.getFileName());
                    }
                }
            }
        } catch (IOException failure) {
            throw new IllegalStateException("The folder for incoming uploads cannot be used: " + folder, failure);
        }
    }
}
