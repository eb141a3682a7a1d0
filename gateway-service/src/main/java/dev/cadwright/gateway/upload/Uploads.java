package dev.cadwright.gateway.upload;

import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.contracts.UuidV7;
import dev.cadwright.gateway.GatewaySettings;
import dev.cadwright.gateway.artifact.MediaTypes;
import dev.cadwright.gateway.caller.Caller;
import dev.cadwright.gateway.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps what clients send: the bytes in the artifact store, the record in the database, in this order. */
@ApplicationScoped
public class Uploads {
    private static final String ZIP = "application/zip";

    private final ArtifactStore store;
    private final Receiver receiver;
    private final Database database;
    private final UuidV7 ids;
    private final FolderArchive archives;

    Uploads(ArtifactStore store, Receiver receiver, Database database, UuidV7 ids, GatewaySettings settings) {
        this.store = store;
        this.receiver = receiver;
        this.database = database;
        this.ids = ids;
        var limits = settings.upload();
        this.archives = new FolderArchive(
                new ArchiveLimits(limits.maxFiles(), limits.maxUnpacked().asLongValue(), limits.maxRatio()));
    }

    /** Stores a received body under a name; a zip is checked and rewritten. */
    Upload keep(Caller caller, ReceivedFile file, String name) throws IOException {
        var upload = file.looksZipped() ? keepFolder(file) : keepFile(file, name);
        upload.id = ids.next();
        upload.tenant = caller.tenant();
        upload.name = name;
        upload.receivedSha256 = file.sha256();
        upload.createdAt = Instant.now();
        return database.inTransaction(upload::<Upload>persist);
    }

    /** An upload by its id. */
    public Optional<Upload> find(Caller caller, UUID id) {
        return Optional.ofNullable(database.inSession(() -> Upload.find(caller.tenant(), id)));
    }

    /** The newest upload of some content. */
    public Optional<Upload> ofContent(Caller caller, String sha256) {
        return Optional.ofNullable(database.inSession(() -> Upload.ofContent(caller.tenant(), sha256)));
    }

    List<Upload> page(Caller caller, UUID before, int limit) {
        return database.inSession(() -> Upload.page(caller.tenant(), before, limit));
    }

    private Upload keepFolder(ReceivedFile file) throws IOException {
        var rewritten = receiver.scratch();
        try {
            var contents = archives.rewrite(file.path(), rewritten);
            var artifact = store.put(rewritten, ZIP);
            var upload = new Upload();
            upload.folder = true;
            upload.sha256 = artifact.sha256();
            upload.size = artifact.size();
            upload.mediaType = ZIP;
            upload.files = contents.files();
            upload.unpackedBytes = contents.bytes();
            upload.ignored = contents.ignored();
            return upload;
        } finally {
            Files.deleteIfExists(rewritten);
        }
    }

    private Upload keepFile(ReceivedFile file, String name) {
        var artifact = store.put(file.path(), MediaTypes.ofName(name));
        var upload = new Upload();
        upload.sha256 = artifact.sha256();
        upload.size = artifact.size();
        upload.mediaType = artifact.mediaType();
        upload.files = 1;
        upload.unpackedBytes = artifact.size();
        return upload;
    }
}
