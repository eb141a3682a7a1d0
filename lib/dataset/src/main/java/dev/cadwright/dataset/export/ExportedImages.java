package dev.cadwright.dataset.export;

import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.dataset.DatasetException;
import dev.cadwright.dataset.manifest.ViewsManifest;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Copies the pictures of the samples that an export holds, and counts the samples that have all of theirs. */
final class ExportedImages {
    private static final int MAXIMUM_IMAGE = 64 << 20;

    private final ViewsManifest views;
    private final ArtifactStore store;
    private final Set<String> ids;
    private final Map<String, Integer> pictures = new HashMap<>();

    ExportedImages(ViewsManifest views, ArtifactStore store, Set<String> ids) {
        this.views = views;
        this.store = store;
        this.ids = ids;
    }

    /** How many samples have a picture of each view. */
    int copyTo(ExportFolder folder) throws IOException {
        for (ViewsManifest.Shard shard : views.shards()) {
            try (InputStream in = store.open(shard.sha256());
                    ZipInputStream zip = new ZipInputStream(in)) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    copy(zip, entry.getName(), folder);
                }
            }
        }
        return (int) pictures.values().stream()
                .filter(count -> count == views.views().size())
                .count();
    }

    private void copy(ZipInputStream zip, String name, ExportFolder folder) throws IOException {
        if (name.contains("/") || name.contains("\\")) {
            throw new DatasetException(DatasetException.Code.DATASET_CORRUPT, "not the name of a picture: " + name);
        }
        String id = name.substring(0, Math.max(0, name.lastIndexOf('_')));
        if (!ids.contains(id)) {
            return;
        }
        byte[] bytes = zip.readNBytes(MAXIMUM_IMAGE + 1);
        if (bytes.length > MAXIMUM_IMAGE) {
            throw new DatasetException(DatasetException.Code.DATASET_CORRUPT, "picture " + name + " is too large");
        }
        folder.add("images/" + name, bytes);
        pictures.merge(id, 1, Integer::sum);
    }
}
