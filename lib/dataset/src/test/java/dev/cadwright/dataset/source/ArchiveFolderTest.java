package dev.cadwright.dataset.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.artifacts.FolderArtifactStore;
import dev.cadwright.dataset.DatasetException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveFolderTest {
    @TempDir
    Path folder;

    private ArtifactStore store;

    @BeforeEach
    void openStore() {
        store = new FolderArtifactStore(folder);
    }

    @Test
    void filesAreListedSortedAndRead() throws IOException {
        // Given
        String zip = zip("b/two.json", "a/one.json");

        // When
        try (ArchiveFolder archive = ArchiveFolder.open(zip, store)) {
            // Then
            assertThat(archive.names()).containsExactly("a/one.json", "b/two.json");
            assertThat(archive.read("a/one.json")).asString().isEqualTo("a/one.json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../out.json", "a/../../out.json", "/etc/out.json", "a\\..\\out.json", "C:out.json"})
    void namesThatLeaveTheFolderAreRefused(String name) throws IOException {
        String zip = zip(name);
        assertThatThrownBy(() -> ArchiveFolder.open(zip, store))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("not a plain relative path");
    }

    @Test
    void aNameThatIsThereTwiceIsRefused() throws IOException {
        // Given two entries whose names differ, made equal in the bytes
        byte[] bytes = bytes("a.json", "b.json");
        for (int i = 0; i + 6 <= bytes.length; i++) {
            if (new String(bytes, i, 6, StandardCharsets.ISO_8859_1).equals("b.json")) {
                bytes[i] = 'a';
            }
        }
        String zip = store.put(bytes, "application/zip").sha256();

        // When, Then
        assertThatThrownBy(() -> ArchiveFolder.open(zip, store))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("twice");
    }

    @Test
    void aFileThatUnpacksToFarMoreThanItTookIsRefused() throws IOException {
        // Given 32 MiB of zeros: 32 KiB packed
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("bomb.json"));
            zip.write(new byte[32 << 20]);
        }
        String zip = store.put(bytes.toByteArray(), "application/zip").sha256();

        // When
        try (ArchiveFolder archive = ArchiveFolder.open(zip, store)) {
            // Then
            assertThatThrownBy(() -> archive.read("bomb.json"))
                    .isInstanceOf(DatasetException.class)
                    .hasMessageContaining("more than");
        }
    }

    @Test
    void aDamagedFileIsRefusedAndNotRetried() throws IOException {
        // Given
        byte[] bytes = bytes("damaged.json");
        int content = 30 + "damaged.json".length();
        bytes[content] = (byte) 0xff;
        bytes[content + 1] = (byte) 0xff;
        String zip = store.put(bytes, "application/zip").sha256();

        // When
        try (ArchiveFolder archive = ArchiveFolder.open(zip, store)) {
            // Then
            assertThatThrownBy(() -> archive.read("damaged.json"))
                    .isInstanceOfSatisfying(DatasetException.class, refused -> assertThat(refused.code())
                            .isEqualTo(DatasetException.Code.INVALID_INPUT));
        }
    }

    @Test
    void whatIsNoZipIsRefused() {
        String text = store.put("hello".getBytes(StandardCharsets.UTF_8), "text/plain")
                .sha256();
        assertThatThrownBy(() -> ArchiveFolder.open(text, store)).isInstanceOf(DatasetException.class);
    }

    private String zip(String... names) throws IOException {
        return store.put(bytes(names), "application/zip").sha256();
    }

    private static byte[] bytes(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
