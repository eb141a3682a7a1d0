package dev.cadwright.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactFolderTest {
    @TempDir
    Path folder;

    @Test
    void aFolderComesBackAsItWasStored() throws IOException {
        // Given
        ArtifactStore store = new FolderArtifactStore(folder.resolve("store"));
        Path model = Files.createDirectories(folder.resolve("model"));
        Files.writeString(model.resolve("config.json"), "{}");
        Files.writeString(model.resolve("model.safetensors"), "weights");

        // When
        Map<String, String> files = ArtifactFolder.store(model, store);
        ArtifactFolder.restore(files, folder.resolve("again"), store);

        // Then
        assertThat(files).containsOnlyKeys("config.json", "model.safetensors");
        assertThat(folder.resolve("again/config.json")).hasContent("{}");
        assertThat(folder.resolve("again/model.safetensors")).hasContent("weights");
    }

    @Test
    void aNameThatLeavesTheFolderIsRefused() {
        // Given
        ArtifactStore store = new FolderArtifactStore(folder.resolve("store"));
        String sha256 = store.put(new byte[] {1}, "application/octet-stream").sha256();

        // When, Then
        assertThatThrownBy(() -> ArtifactFolder.restore(Map.of("../evil", sha256), folder.resolve("again"), store))
                .isInstanceOf(ArtifactException.class)
                .hasMessageContaining("not a plain file name");
        assertThat(folder.resolve("evil")).doesNotExist();
    }
}
