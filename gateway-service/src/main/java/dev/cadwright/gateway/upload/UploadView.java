package dev.cadwright.gateway.upload;

import dev.cadwright.gateway.artifact.ArtifactLink;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An upload as the API shows it. */
@Schema(name = "Upload")
public record UploadView(
        UUID id,
        String name,

        @Schema(description = "folder: a zip, rewritten so that equal folders have equal digests; file: as it came")
        Kind kind,

        ArtifactLink artifact,
        @Schema(description = "Bytes of the artifact") long size,
        String mediaType,

        @Schema(description = "SHA-256 of the bytes received")
        String receivedSha256,

        @Schema(description = "Files in the folder, or 1") int files,
        @Schema(description = "Bytes of the files") long unpackedBytes,

        @Schema(description = "Entries left out, such as .DS_Store")
        int ignored,

        Instant createdAt) {
    /** What was sent. */
    @Schema(name = "UploadKind")
    public enum Kind {
        FILE,
        FOLDER
    }

    static UploadView of(Upload upload) {
        return new UploadView(
                upload.id,
                upload.name,
                upload.folder ? Kind.FOLDER : Kind.FILE,
                ArtifactLink.of(upload.sha256, upload.name),
                upload.size,
                upload.mediaType,
                upload.receivedSha256,
                upload.files,
                upload.unpackedBytes,
                upload.ignored,
                upload.createdAt);
    }
}
