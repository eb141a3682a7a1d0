package dev.cadwright.jobs.worker;

import dev.cadwright.artifacts.ArtifactReference;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.jobs.Cancellation;
import dev.cadwright.jobs.StoppedException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** Stores only for an attempt that trusts its lease: before the first byte and after the last. */
final class GuardedArtifactStore implements ArtifactStore {
    private final ArtifactStore store;
    private final Lease lease;

    GuardedArtifactStore(ArtifactStore store, Lease lease) {
        this.store = store;
        this.lease = lease;
    }

    private void requireLease() {
        if (!lease.isTrusted()) {
            throw new StoppedException(Cancellation.Reason.LEASE_LOST);
        }
    }

    @Override
    public ArtifactReference put(InputStream content, String mediaType) {
        requireLease();
        return store.put(
                new FilterInputStream(content) {
                    @Override
                    public int read() throws IOException {
                        int value = super.read();
                        requireLease();
                        return value;
                    }

                    @Override
                    public int read(byte[] bytes, int offset, int length) throws IOException {
                        int count = super.read(bytes, offset, length);
                        requireLease();
                        return count;
                    }
                },
                mediaType);
    }

    @Override
    public InputStream open(String sha256) {
        return store.open(sha256);
    }

    @Override
    public InputStream open(String sha256, long offset, long length) {
        return store.open(sha256, offset, length);
    }

    @Override
    public boolean exists(String sha256) {
        return store.exists(sha256);
    }

    @Override
    public OptionalLong size(String sha256) {
        return store.size(sha256);
    }

    @Override
    public Optional<Path> localPath(String sha256) {
        return store.localPath(sha256);
    }

    @Override
    public void verify(String sha256) {
        store.verify(sha256);
    }
}
