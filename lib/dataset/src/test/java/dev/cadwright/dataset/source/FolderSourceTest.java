package dev.cadwright.dataset.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.artifacts.ArtifactReference;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.artifacts.FolderArtifactStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSourceTest {
    @TempDir
    Path folder;

    private ArtifactStore store;

    @BeforeEach
    void openStore() {
        store = new FolderArtifactStore(folder.resolve("store"));
    }

    @Test
    void aFileIsKnownByItsNameAndByItsPathWhereTheNameIsNotEnough() throws IOException {
        // Given
        Path parts = files("0001/a.step", "0001/b one.stp", "0002/A.step", "notes.txt", ".hidden.step", "-x.step");

        // When
        ArtifactReference packed = FolderArchive.pack(parts, store);

        // Then
        assertThat(ids(packed)).containsExactly("s-x", "0001-a", "b_one", "0002-A");
    }

    @Test
    void aFolderPacksToTheSameArtifactWhereverItLies() throws IOException {
        // Given
        ArtifactReference first = FolderArchive.pack(files("x/a.step", "b.step"), store);
        Files.move(folder.resolve("parts"), folder.resolve("moved"));

        // When
        ArtifactReference second = FolderArchive.pack(folder.resolve("moved"), store);

        // Then
        assertThat(second).isEqualTo(first);
    }

    @Test
    void linksAreNotFollowedWhenAFolderIsPacked() throws IOException {
        // Given
        Path secret = Files.writeString(folder.resolve("secret.step"), "secret");
        Path parts = files("a.step");
        Files.createSymbolicLink(parts.resolve("b.step"), secret);

        // When, Then
        assertThat(ids(FolderArchive.pack(parts, store))).containsExactly("a");
    }

    private Path files(String... names) throws IOException {
        Path parts = folder.resolve("parts");
        for (String name : names) {
            Path file = parts.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, name);
        }
        return parts;
    }

    private List<String> ids(ArtifactReference archive) throws IOException {
        SourceSpecification specification = new SourceSpecification(
                SourceSpecification.Kind.STEP,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(archive.sha256()),
                Optional.empty());
        List<String> ids = new ArrayList<>();
        try (ShapeSource source = ShapeSource.open(specification, 0, store)) {
            for (int i = 0; i < source.size(); i++) {
                ids.add(source.shape(i).id());
            }
        }
        return ids;
    }
}
