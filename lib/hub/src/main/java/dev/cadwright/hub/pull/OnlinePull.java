package dev.cadwright.hub.pull;

import dev.cadwright.hub.ContentId;
import dev.cadwright.hub.HubException;
import dev.cadwright.hub.HubSettings;
import dev.cadwright.hub.RemoteFile;
import dev.cadwright.hub.cache.BlobLock;
import dev.cadwright.hub.cache.CachedRepository;
import dev.cadwright.hub.cache.HubCache;
import dev.cadwright.hub.cache.PartialBlob;
import dev.cadwright.hub.cache.Snapshot;
import dev.cadwright.hub.describe.ModelCard;
import dev.cadwright.hub.http.HubHttp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One pull, with a hub that answers. */
final class OnlinePull {
    private static final long LOOK_AGAIN_MILLIS = 300;

    private final HubSettings settings;
    private final HubCache cache;
    private final HubHttp http;
    private final HubCatalogue catalogue;
    private final Crew crew;
    private final PullEvent.Listener listener;
    private final Runnable stop;

    OnlinePull(
            HubSettings settings,
            HubCache cache,
            HubHttp http,
            HubCatalogue catalogue,
            Crew crew,
            PullEvent.Listener listener,
            Runnable stop) {
        this.settings = settings;
        this.cache = cache;
        this.http = http;
        this.catalogue = catalogue;
        this.crew = crew;
        this.listener = listener;
        this.stop = stop;
    }

    PulledModel run(PullRequest request, RepositoryListing listing) throws InterruptedException {
        Selection.Choice choice = request.selection().of(listing);
        CachedRepository repository = cache.repository(listing.address().repository());
        List<RemoteFile> files = completed(listing, choice.chosen());
        listener.on(new PullEvent.Planned(listing, files, choice.leftOut()));
        try {
            Collection<RemoteFile> missing = missing(request, listing, repository, files);
            requireSpace(repository, missing);
            fetch(listing, repository, missing);
            return shown(listing, repository, files, choice);
        } catch (IOException e) {
            throw Crew.storage(e);
        }
    }

    private List<RemoteFile> completed(RepositoryListing listing, List<RemoteFile> chosen) throws InterruptedException {
        RemoteFile[] files = chosen.toArray(RemoteFile[]::new);
        for (int index = 0; index < files.length; index++) {
            int at = index;
            if (!files[at].isComplete()) {
                crew.run(() -> files[at] = catalogue.complete(listing, files[at]));
            }
        }
        crew.await();
        return List.of(files);
    }

    /** Files whose content is not here; of several with the same content, one. */
    private Collection<RemoteFile> missing(
            PullRequest request, RepositoryListing listing, CachedRepository repository, List<RemoteFile> files)
            throws IOException {
        Map<ContentId, RemoteFile> missing = new LinkedHashMap<>();
        for (RemoteFile file : files) {
            stop.run();
            ContentId content = file.content().orElseThrow();
            long size = file.size().orElseThrow();
            boolean isHere = repository.has(listing.commit(), file.path(), content, size);
            if (isHere && request.verify() && isBroken(repository.blob(content), content)) {
                Files.delete(repository.blob(content));
                isHere = false;
            }
            if (isHere) {
                listener.on(new PullEvent.Finished(file.path(), size, 0));
            } else {
                missing.putIfAbsent(content, file);
            }
        }
        return missing.values();
    }

    private static boolean isBroken(Path blob, ContentId content) throws IOException {
        return Files.isRegularFile(blob) && !content.matches(blob);
    }

    private void requireSpace(CachedRepository repository, Collection<RemoteFile> missing) throws IOException {
        long needed = 0;
        for (RemoteFile file : missing) {
            long size = file.size().orElseThrow();
            if (size > Long.MAX_VALUE / 4 - needed) {
                throw new HubException(
                        HubException.Code.UNSAFE_ANSWER, "%s has %d bytes.".formatted(file.path(), size));
            }
            needed += size
                    - Math.min(
                            size,
                            PartialBlob.allocated(repository, file.content().orElseThrow()));
        }
        Files.createDirectories(repository.folder());
        long free = Files.getFileStore(repository.folder()).getUsableSpace()
                - settings.limits().spareBytes();
        if (needed > 0 && needed > free) {
            throw new HubException(
                    HubException.Code.STORAGE_FULL,
                    "%d MB are missing of the model, but %s has room for %d MB."
                            .formatted(needed / 1_000_000, settings.cache(), Math.max(0, free) / 1_000_000));
        }
    }

    private void fetch(RepositoryListing listing, CachedRepository repository, Collection<RemoteFile> missing)
            throws InterruptedException, IOException {
        List<RemoteFile> elsewhere = new ArrayList<>();
        for (RemoteFile file : missing) {
            Optional<BlobLock> lock =
                    BlobLock.tryLock(repository.lock(file.content().orElseThrow()));
            if (lock.isEmpty()) {
                elsewhere.add(file);
            } else {
                begin(listing, repository, file, lock.get());
            }
        }
        // Holding no lock while waiting for one: two pulls cannot wait for each other.
        crew.await();
        for (RemoteFile file : elsewhere) {
            listener.on(new PullEvent.Waiting(file.path()));
            begin(listing, repository, file, waitFor(repository, file));
            crew.await();
        }
    }

    private BlobLock waitFor(CachedRepository repository, RemoteFile file) throws InterruptedException, IOException {
        Path path = repository.lock(file.content().orElseThrow());
        Optional<BlobLock> lock = BlobLock.tryLock(path);
        while (lock.isEmpty()) {
            stop.run();
            Thread.sleep(LOOK_AGAIN_MILLIS);
            lock = BlobLock.tryLock(path);
        }
        return lock.get();
    }

    private void begin(RepositoryListing listing, CachedRepository repository, RemoteFile file, BlobLock lock)
            throws InterruptedException, IOException {
        BlobJob job = null;
        try {
            http.throwIfStopped();
            ContentId content = file.content().orElseThrow();
            long size = file.size().orElseThrow();
            // Whoever had the lock may have fetched it meanwhile.
            if (repository.has(listing.commit(), file.path(), content, size)) {
                listener.on(new PullEvent.Finished(file.path(), size, 0));
                return;
            }
            job = job(listing, repository, file, lock);
        } catch (RuntimeException failure) {
            // Another file's failure is the one to tell of.
            crew.await();
            throw failure;
        } finally {
            if (job == null) {
                lock.close();
            }
        }
        crew.begin(job);
    }

    private BlobJob job(RepositoryListing listing, CachedRepository repository, RemoteFile file, BlobLock lock)
            throws IOException {
        PartialBlob blob = PartialBlob.open(
                repository,
                file.content().orElseThrow(),
                file.size().orElseThrow(),
                settings.limits().rangeBytes());
        FileTransfer transfer = new FileTransfer(
                http, file, listing.address().repository(), catalogue.location(listing, file.path()), blob, listener);
        return new BlobJob(file, repository, lock, blob, transfer, listener);
    }

    /** Gives the files their names in the snapshot, and then the revision its commit. */
    private PulledModel shown(
            RepositoryListing listing, CachedRepository repository, List<RemoteFile> files, Selection.Choice choice)
            throws IOException {
        long bytes = 0;
        for (RemoteFile file : files) {
            repository.show(listing.commit(), file.path(), file.content().orElseThrow());
            bytes += file.size().orElseThrow();
        }
        repository.remember(listing.address().revision(), listing.commit());
        Path folder = repository.snapshots().resolve(listing.commit());
        return new PulledModel(
                new Snapshot(listing.address(), listing.commit(), folder),
                bytes,
                crew.fetched(),
                choice.leftOut(),
                listing.licence().or(() -> ModelCard.in(folder).licence()));
    }
}
