package dev.cadwright.service.render;

import dev.cadwright.dataset.manifest.Rejection;
import dev.cadwright.dataset.manifest.ViewsManifest;
import java.util.List;

/** What drawing one shard of the dataset gave. */
record RenderedUnit(ViewsManifest.Shard shard, List<Rejection> skipped) {}
