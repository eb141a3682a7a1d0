package dev.cadwright.dataset.folder;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Objects;
import java.util.Optional;

/**
 * Which artifacts make up the dataset of a folder.
 *
 * @param manifest SHA-256 of the dataset's manifest
 * @param views SHA-256 of a manifest of its pictures
 */
@JsonPropertyOrder({"format", "manifest", "views", "conversations"})
public record FolderContents(
        String format, String manifest, Optional<String> views, Optional<Conversations> conversations) {
    public static final String FORMAT = "cadwright.dataset-folder.v1";

    /** SHA-256 of the conversations of two splits. */
    public record Conversations(String train, String validation) {
        public Conversations {
            Objects.requireNonNull(train, "train");
            Objects.requireNonNull(validation, "validation");
        }
    }

    public FolderContents {
        if (!FORMAT.equals(format)) {
            throw new IllegalArgumentException("not of the form " + FORMAT + ": " + format);
        }
        Objects.requireNonNull(manifest, "manifest");
        views = views == null ? Optional.empty() : views;
        conversations = conversations == null ? Optional.empty() : conversations;
    }

    /** A dataset by itself. */
    public static FolderContents of(String manifest) {
        return new FolderContents(FORMAT, manifest, Optional.empty(), Optional.empty());
    }

    public FolderContents with(Conversations written) {
        return new FolderContents(format, manifest, views, Optional.of(written));
    }

    public FolderContents withViews(String rendered) {
        return new FolderContents(format, manifest, Optional.of(rendered), conversations);
    }
}
