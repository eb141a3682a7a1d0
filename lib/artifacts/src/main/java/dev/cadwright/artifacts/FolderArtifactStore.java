package dev.cadwright.artifacts;

import dev.cadwright.artifacts.ArtifactException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Artifacts in a folder: {@code ab/cd/abcd…}, two levels of 256 folders. A blob is written to {@code tmp/}, forced to
 * disk, renamed to its final name, and the folder is forced too, so that a crash leaves either nothing or the whole
 * blob. What a crash leaves in {@code tmp/} is removed by {@link #sweep}.
 */
public final class FolderArtifactStore implements ArtifactStore {
    /** 64 GiB. */
    public static final long DEFAULT_MAXIMUM_SIZE = 64L << 30;

    private static final int BUFFER = 1 << 16;

    private final Path root;
    private final Path temporary;
    private final long maximumSize;

    public FolderArtifactStore(Path root) {
        this(root, DEFAULT_MAXIMUM_SIZE);
    }

    /** @param maximumSize bytes that one artifact may have at most */
    public FolderArtifactStore(Path root, long maximumSize) {
        this.root = Objects.requireNonNull(root, "root").toAbsolutePath().normalize();
        this.temporary = this.root.resolve("tmp");
        if (maximumSize < 0) {
            throw new IllegalArgumentException("maximumSize is negative: " + maximumSize);
        }
        this.maximumSize = maximumSize;
        try {
            Files.createDirectories(temporary);
        } catch (IOException e) {
            throw failure("cannot create the artifact store " + this.root, e);
        }
    }

    @Override
    public ArtifactReference put(InputStream content, String mediaType) {
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(mediaType, "mediaType");
        Path file = temporary.resolve(UUID.randomUUID().toString());
        try {
            MessageDigest digest = Sha256.newDigest();
            long size = write(content, file, digest);
            String sha256 = Sha256.hex(digest.digest());
            publish(file, sha256, size);
            return new ArtifactReference(sha256, size, mediaType);
        } catch (IOException e) {
            throw failure("cannot store an artifact in " + root, e);
        } finally {
            discard(file);
        }
    }

    private long write(InputStream content, Path file, MessageDigest digest) throws IOException {
        long size = 0;
        byte[] buffer = new byte[BUFFER];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                size += count;
                if (size > maximumSize) {
                    throw new ArtifactException(
                            Code.ARTIFACT_TOO_LARGE, "an artifact may have at most " + maximumSize + " bytes");
                }
                digest.update(buffer, 0, count);
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, count);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            channel.force(true);
        }
        return size;
    }

    private void publish(Path file, String sha256, long size) throws IOException {
        Path target = path(sha256);
        if (Files.isRegularFile(target) && Files.size(target) == size) {
            // Whoever stored it first may not have forced the folder yet; what we return must be durable.
            force(target.getParent());
            return;
        }
        createFolder(target.getParent());
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new ArtifactException(Code.STORAGE_FAILED, root + " cannot rename atomically", e);
        }
        force(target.getParent());
    }

    private void createFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder);
        force(folder.getParent());
        force(root);
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public InputStream open(String sha256) {
        Path file = path(sha256);
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw missing(sha256, e);
        } catch (IOException e) {
            throw failure("cannot open " + sha256, e);
        }
    }

    @Override
    public InputStream open(String sha256, long offset, long length) {
        Path file = path(sha256);
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            try {
                return new RangeInputStream(channel, offset, length);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (NoSuchFileException e) {
            throw missing(sha256, e);
        } catch (IOException e) {
            throw failure("cannot open " + sha256, e);
        }
    }

    @Override
    public boolean exists(String sha256) {
        return Files.isRegularFile(path(sha256));
    }

    @Override
    public OptionalLong size(String sha256) {
        try {
            return OptionalLong.of(Files.size(path(sha256)));
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        } catch (IOException e) {
            throw failure("cannot read the size of " + sha256, e);
        }
    }

    @Override
    public Optional<Path> localPath(String sha256) {
        Path file = path(sha256);
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    @Override
    public void verify(String sha256) {
        MessageDigest digest = Sha256.newDigest();
        try (DigestInputStream content = new DigestInputStream(open(sha256), digest)) {
            byte[] buffer = new byte[BUFFER];
            while (content.read(buffer) >= 0) {
                // Reading is what updates the digest.
            }
        } catch (IOException e) {
            throw failure("cannot read " + sha256, e);
        }
        String found = Sha256.hex(digest.digest());
        if (!found.equals(sha256)) {
            throw new ArtifactException(Code.ARTIFACT_CORRUPT, sha256 + " now has the digest " + found);
        }
    }

    /**
     * Removes what crashed writers left behind: files in {@code tmp/} untouched for {@code age}.
     *
     * @return how many were removed
     */
    public int sweep(Duration age, Clock clock) {
        Instant limit = clock.instant().minus(age);
        int removed = 0;
        try (Stream<Path> files = Files.list(temporary)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (isOlder(file, limit) && Files.deleteIfExists(file)) {
                    removed++;
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new ArtifactException(Code.STORAGE_FAILED, "cannot sweep " + temporary, e);
        }
        return removed;
    }

    private static boolean isOlder(Path file, Instant limit) throws IOException {
        try {
            return Files.getLastModifiedTime(file).compareTo(FileTime.from(limit)) < 0;
        } catch (NoSuchFileException e) {
            return false; // Its writer finished meanwhile.
        }
    }

    private Path path(String sha256) {
        Sha256.requireValid(sha256);
        return root.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            System.getLogger(FolderArtifactStore.class.getName())
                    .log(System.Logger.Level.WARNING, "cannot remove the temporary file " + file, e);
        }
    }

    private static ArtifactException missing(String sha256, IOException cause) {
        return new ArtifactException(Code.ARTIFACT_MISSING, "there is no artifact " + sha256, cause);
    }

    private static ArtifactException failure(String message, IOException cause) {
        return new ArtifactException(isFull(cause) ? Code.STORAGE_FULL : Code.STORAGE_FAILED, message, cause);
    }

    /** The platform tells a full disk only by the text of the operating system's error. */
    private static boolean isFull(IOException e) {
        String text = e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : e.getMessage();
        return text != null && (text.contains("No space left") || text.contains("Disk quota exceeded"));
    }
}
