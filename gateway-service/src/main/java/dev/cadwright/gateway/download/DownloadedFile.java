package dev.cadwright.gateway.download;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a file of a download has come. */
@Schema(name = "DownloadedFile")
public record DownloadedFile(
        String path,
        @Schema(description = "Bytes") long size,
        @Schema(description = "Bytes that are there") long done,

        @Schema(description = "pending, running, waiting (another process fetches it) or done")
        String state) {}
