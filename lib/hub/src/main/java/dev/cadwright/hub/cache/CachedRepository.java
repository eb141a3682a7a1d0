package dev.cadwright.hub.cache;

import dev.cadwright.hub.ContentId;
import dev.cadwright.hub.HubException;
import dev.cadwright.hub.ModelAddress;
import dev.cadwright.hub.RepositoryPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder of one repository: {@code blobs/CHECKSUM}, {@code snapshots/COMMIT/FILE} as a relative link to one, and
 * {@code refs/BRANCH} with a commit. What has its name is whole; what is on its way is called otherwise.
 */
public final class CachedRepository {
    private final Path root;
    private final String name;
    private final boolean links;

    CachedRepository(Path root, String name, boolean links) {
        this.root = root;
        this.name = name;
        this.links = links;
    }

    public Path folder() {
        return root.resolve(name);
    }

    public Path blobs() {
        return folder().resolve("blobs");
    }

    public Path blob(ContentId content) {
        return blobs().resolve(content.hex());
    }

    public Path snapshots() {
        return folder().resolve("snapshots");
    }

    /** Where a process that fetches a blob holds its lock. */
    public Path lock(ContentId content) {
        return root.resolve(".locks").resolve(name).resolve(content.hex() + ".lock");
    }

    /** The commit that a revision was when it was last pulled. */
    public Optional<String> commit(String revision) {
        if (ModelAddress.isCommit(revision)) {
            return Optional.of(revision);
        }
        Path reference = reference(revision);
        try {
            return Files.isRegularFile(reference) && Files.size(reference) < 1000
                    ? Optional.of(Files.readString(reference).strip()).filter(ModelAddress::isCommit)
                    : Optional.empty();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Says what commit a revision is from now on. */
    public void remember(String revision, String commit) throws IOException {
        if (!ModelAddress.isCommit(revision)) {
            Path reference = reference(revision);
            Files.createDirectories(reference.getParent());
            AtomicFiles.write(reference, commit);
        }
    }

    /** The snapshot of a commit, if all that a model needs is in it. */
    public Optional<Snapshot> snapshot(ModelAddress address, String commit) {
        Path folder = snapshots().resolve(commit);
        return Completeness.isComplete(folder) ? Optional.of(new Snapshot(address, commit, folder)) : Optional.empty();
    }

    /** Whether a commit's file is here already, with the content it should have, as a link or as a copy. */
    public boolean has(String commit, RepositoryPath file, ContentId content, long size) {
        Path pointer = pointer(commit, file);
        try {
            return isBlob(content, size)
                    || (Files.isRegularFile(pointer, LinkOption.NOFOLLOW_LINKS)
                            && Files.size(pointer) == size
                            && content.matches(pointer));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private boolean isBlob(ContentId content, long size) throws IOException {
        Path blob = blob(content);
        return Files.isRegularFile(blob) && Files.size(blob) == size;
    }

    /** Shows a blob under the name of a file of a commit: a relative link, else a hard link, else a copy. */
    public void show(String commit, RepositoryPath file, ContentId content) throws IOException {
        Path blob = blob(content);
        Path pointer = pointer(commit, file);
        if (!Files.exists(blob) || (Files.isRegularFile(pointer) && Files.isSameFile(pointer, blob))) {
            return;
        }
        Files.createDirectories(pointer.getParent());
        if (links) {
            AtomicFiles.link(pointer, blob);
        } else {
            AtomicFiles.copy(pointer, blob);
        }
    }

    private Path pointer(String commit, RepositoryPath file) {
        if (!ModelAddress.isCommit(commit)) {
            throw new IllegalArgumentException("not a commit: " + commit);
        }
        return file.in(snapshots().resolve(commit));
    }

    private Path reference(String revision) {
        return new RepositoryPath(revision).in(folder().resolve("refs"));
    }

    private static HubException failed(IOException e) {
        return new HubException(HubException.Code.STORAGE_FAILED, "The cache does not read: " + e.getMessage(), e);
    }
}
