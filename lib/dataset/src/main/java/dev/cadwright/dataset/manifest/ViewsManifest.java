package dev.cadwright.dataset.manifest;

import dev.cadwright.artifacts.ArtifactReference;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.dataset.DatasetException;
import dev.cadwright.dataset.DatasetJson;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * The pictures of a dataset: the artifact that stands for one rendering of it.
 *
 * @param dataset SHA-256 of the dataset's manifest
 * @param views names of the views, as {@code front}, in the order asked for
 * @param size pixels a side
 * @param extension of the pictures' names: {@code png}, or {@code npy} for depth
 * @param images in all shards
 * @param skipped samples without pictures
 */
public record ViewsManifest(
        String format,
        String dataset,
        List<String> views,
        int size,
        String style,
        String extension,
        long images,
        List<Shard> shards,
        List<Rejection> skipped) {
    public static final String FORMAT = "cadwright.views.v1";
    public static final String MEDIA_TYPE = "application/vnd.cadwright.views+json";

    private static final int MAXIMUM = 64 << 20;

    /** One zip of pictures, named {@code <sample>_<view>.<extension>}; belongs to the dataset's shard of that digest. */
    public record Shard(String sha256, String datasetShard, int images, long bytes) {
        public static final String MEDIA_TYPE = "application/vnd.cadwright.views-shard+zip";
    }

    public ViewsManifest {
        if (!FORMAT.equals(format)) {
            throw new IllegalArgumentException("not a manifest of the form " + FORMAT + ": " + format);
        }
        Objects.requireNonNull(dataset, "dataset");
        Objects.requireNonNull(style, "style");
        Objects.requireNonNull(extension, "extension");
        views = List.copyOf(views);
        shards = List.copyOf(shards);
        skipped = skipped == null ? List.of() : List.copyOf(skipped);
    }

    /** The name of a picture in a shard and in an exported folder. */
    public String imageName(String sample, String view) {
        return sample + "_" + view + "." + extension;
    }

    /** @throws DatasetException if the artifact is not such a manifest */
    public static ViewsManifest open(String sha256, ArtifactStore store) {
        byte[] json = store.read(sha256, MAXIMUM);
        try {
            return DatasetJson.mapper().readValue(json, ViewsManifest.class);
        } catch (IOException e) {
            throw new DatasetException(
                    DatasetException.Code.DATASET_CORRUPT, sha256 + " is not a manifest of views", e);
        }
    }

    public ArtifactReference store(ArtifactStore store) {
        try {
            return store.put(DatasetJson.mapper().writeValueAsBytes(this), MEDIA_TYPE);
        } catch (IOException e) {
            throw new DatasetException(DatasetException.Code.STORAGE_FAILED, "cannot write the manifest of views", e);
        }
    }
}
