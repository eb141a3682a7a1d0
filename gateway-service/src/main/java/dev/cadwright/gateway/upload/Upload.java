package dev.cadwright.gateway.upload;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A file or folder that a client sent; the bytes are an artifact. Rows are written once. */
@Entity
@Table(name = "upload")
public class Upload extends PanacheEntityBase {
    @Id
    public UUID id;

    public String tenant;
    public String name;

    /** Whether the artifact is a zip folder, rewritten by us. */
    public boolean folder;

    public String sha256;
    public long size;

    @Column(name = "media_type")
    public String mediaType;

    /** Digest of the bytes as they came in. */
    @Column(name = "received_sha256")
    public String receivedSha256;

    public int files;

    @Column(name = "unpacked_bytes")
    public long unpackedBytes;

    public int ignored;

    @Column(name = "created_at")
    public Instant createdAt;

    static Uni<Upload> find(String tenant, UUID id) {
        return find("tenant = ?1 and id = ?2", tenant, id).firstResult();
    }

    /** Newest first, older than {@code before}; ids are in order of time. */
    static Uni<List<Upload>> page(String tenant, UUID before, int limit) {
        return find("tenant = ?1 and id < ?2", Sort.descending("id"), tenant, before)
                .page(0, limit)
                .list();
    }

    /** The newest folder or file of that content. */
    static Uni<Upload> ofContent(String tenant, String sha256) {
        return find("tenant = ?1 and sha256 = ?2", Sort.descending("id"), tenant, sha256)
                .firstResult();
    }
}
