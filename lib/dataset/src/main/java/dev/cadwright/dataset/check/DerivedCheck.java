package dev.cadwright.dataset.check;

import dev.cadwright.artifacts.ArtifactException;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.dataset.DatasetException;
import dev.cadwright.dataset.export.Conversed;
import dev.cadwright.dataset.folder.FolderContents;
import dev.cadwright.dataset.manifest.ViewsManifest;
import java.io.IOException;
import java.util.function.Consumer;

/** Reads again what was made from a dataset: its pictures and its conversations. */
public final class DerivedCheck {
    private final ArtifactStore store;
    private final Consumer<Finding> findings;

    public DerivedCheck(ArtifactStore store, Consumer<Finding> findings) {
        this.store = store;
        this.findings = findings;
    }

    public void run(FolderContents contents) {
        contents.conversations().ifPresent(found -> {
            conversations(found.train());
            conversations(found.validation());
        });
        contents.views().ifPresent(views -> views(views, contents.manifest()));
    }

    private void conversations(String sha256) {
        attempt(sha256, () -> {
            store.verify(sha256);
            Conversed.stored(sha256, store);
        });
    }

    private void views(String sha256, String dataset) {
        attempt(sha256, () -> {
            store.verify(sha256);
            ViewsManifest views = ViewsManifest.open(sha256, store);
            if (!views.dataset().equals(dataset)) {
                findings.accept(new Finding(sha256, "stale", "the pictures are those of another dataset"));
            }
            for (ViewsManifest.Shard shard : views.shards()) {
                attempt(shard.sha256(), () -> store.verify(shard.sha256()));
            }
        });
    }

    private interface Reading {
        void run() throws IOException;
    }

    private void attempt(String place, Reading reading) {
        try {
            reading.run();
        } catch (ArtifactException e) {
            findings.accept(new Finding(place, e.code().word(), e.getMessage()));
        } catch (DatasetException | IOException e) {
            findings.accept(new Finding(place, "dataset_corrupt", String.valueOf(e.getMessage())));
        }
    }
}
