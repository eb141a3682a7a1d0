package dev.cadwright.service.render;

import dev.cadwright.dataset.manifest.DatasetManifest;

/** One unit: the shapes of one shard of the dataset. */
record RenderUnit(int shard) {
    DatasetManifest.Shard of(DatasetManifest manifest) {
        return manifest.shards().get(shard);
    }
}
