package dev.cadwright.hub.pull;

import dev.cadwright.hub.HubException;
import dev.cadwright.hub.RemoteFile;
import dev.cadwright.hub.cache.BlobLock;
import dev.cadwright.hub.cache.CachedRepository;
import dev.cadwright.hub.cache.PartialBlob;
import java.io.IOException;
import java.util.List;

/** One blob on its way into the cache, under its lock, until it has its name. */
final class BlobJob implements AutoCloseable {
    private final RemoteFile file;
    private final CachedRepository repository;
    private final BlobLock lock;
    private final PartialBlob blob;
    private final FileTransfer transfer;
    private final PullEvent.Listener listener;

    BlobJob(
            RemoteFile file,
            CachedRepository repository,
            BlobLock lock,
            PartialBlob blob,
            FileTransfer transfer,
            PullEvent.Listener listener) {
        this.file = file;
        this.repository = repository;
        this.lock = lock;
        this.blob = blob;
        this.transfer = transfer;
        this.listener = listener;
    }

    List<PartialBlob.Range> ranges() {
        return blob.ranges();
    }

    void fetch(PartialBlob.Range range) throws InterruptedException, IOException {
        transfer.fetch(range);
    }

    /** After all ranges: checks the bytes, once more fetches them if they are wrong, and gives the blob its name. */
    void finish() throws InterruptedException, IOException {
        if (transfer.ignoresRanges()) {
            transfer.fetchWhole();
        }
        if (!blob.isIntact()) {
            fetchAgain();
        }
        blob.publish(repository.blob(blob.content()));
        listener.on(new PullEvent.Finished(file.path(), blob.size(), transfer.fetched()));
    }

    /** Bytes that came over the wire. */
    long fetched() {
        return transfer.fetched();
    }

    private void fetchAgain() throws InterruptedException, IOException {
        blob.discard();
        for (PartialBlob.Range range : blob.ranges()) {
            transfer.fetch(range);
        }
        if (transfer.ignoresRanges()) {
            transfer.fetchWhole();
        }
        if (!blob.isIntact()) {
            blob.delete();
            throw new HubException(
                    HubException.Code.CHECKSUM_MISMATCH,
                    "%s came twice with another checksum than %s; what came was thrown away."
                            .formatted(file.path(), blob.content()));
        }
    }

    @Override
    public void close() throws IOException {
        try {
            blob.close();
        } finally {
            lock.close();
        }
    }
}
