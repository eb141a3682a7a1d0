package dev.cadwright.gateway.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cadwright.gateway.problem.ProblemCode;
import dev.cadwright.gateway.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderArchiveTest {
    private static final ArchiveLimits LIMITS = new ArchiveLimits(100, 8 << 20, 50);
    private static final byte[] CONTENT = "ISO-10303-21;".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    @Test
    void keepsTheFilesAndTheirBytes() throws IOException {
        var contents =
                rewrite(Zips.of(Map.of("a/part.step", CONTENT, "b.json", "{}".getBytes(StandardCharsets.US_ASCII))));
        assertThat(contents.files()).isEqualTo(2);
        assertThat(contents.bytes()).isEqualTo(CONTENT.length + 2);
        assertThat(unpacked()).containsOnlyKeys("a/part.step", "b.json");
        assertThat(unpacked().get("a/part.step")).isEqualTo(CONTENT);
    }

    @Test
    void theSameFolderGivesTheSameBytesWhoeverPackedIt() throws IOException {
        // Given
        var forwards = new LinkedHashMap<String, byte[]>();
        forwards.put("a.step", CONTENT);
        forwards.put("b/", new byte[0]);
        forwards.put("b/c.step", CONTENT);
        // When
        rewrite(Zips.of(forwards));
        var first = Files.readAllBytes(folder.resolve("out.zip"));
        rewrite(new Zips().file("b/c.step", CONTENT).file("a.step", CONTENT).bytes());
        var second = Files.readAllBytes(folder.resolve("out.zip"));
        // Then
        assertThat(second).isEqualTo(first);
    }

    @Test
    void leavesOutWhatDesktopsAdd() throws IOException {
        var contents = rewrite(Zips.of(
                Map.of("a.step", CONTENT, "__MACOSX/._a.step", CONTENT, ".DS_Store", CONTENT, "x/Thumbs.db", CONTENT)));
        assertThat(contents.ignored()).isEqualTo(3);
        assertThat(unpacked()).containsOnlyKeys("a.step");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.step",
                "a/../../evil.step",
                "/etc/passwd",
                "C:/evil.step",
                "a\\..\\evil.step",
                "./a.step",
                "a//b.step",
                "a\u0000.step",
                "line\nbreak.step",
                "..",
                "a/."
            })
    void refusesNamesThatLeaveTheFolder(String name) {
        assertThat(problem(new Zips().file(name, CONTENT).bytes()).code())
                .isIn(ProblemCode.UNSAFE_ARCHIVE, ProblemCode.BROKEN_ARCHIVE);
    }

    @Test
    void refusesLinks() {
        assertThat(problem(new Zips()
                        .file("a.step", CONTENT)
                        .link("b.step", "/etc/passwd")
                        .bytes()))
                .hasMessageContaining("link")
                .extracting(ProblemException::code)
                .isEqualTo(ProblemCode.UNSAFE_ARCHIVE);
    }

    @Test
    void refusesNamesThatSomeFileSystemTakesForTheSame() {
        assertThat(problem(new Zips()
                        .file("A.step", CONTENT)
                        .file("a.STEP", CONTENT)
                        .bytes()))
                .hasMessageContaining("occurs twice");
        assertThat(problem(new Zips()
                        .file("a.step", CONTENT)
                        .file("a.step", CONTENT)
                        .bytes()))
                .hasMessageContaining("occurs twice");
        assertThat(problem(new Zips()
                        .file("caf\u00e9.step", CONTENT)
                        .file("cafe\u0301.step", CONTENT)
                        .bytes()))
                .hasMessageContaining("occurs twice");
        assertThat(problem(
                        new Zips().file("a", CONTENT).file("A/b.step", CONTENT).bytes()))
                .hasMessageContaining("both a file and a folder");
    }

    @Test
    void refusesBombsBeforeTheyHaveUnpacked() {
        assertThat(problem(new Zips().file("zeros.step", new byte[4 << 20]).bytes()))
                .hasMessageContaining("50 times its size");
        var wide = new Zips();
        for (int i = 0; i < 12; i++) {
            wide.file("zeros-%d.step".formatted(i), new byte[1 << 20]);
        }
        assertThat(problem(wide.bytes())).hasMessageContaining("unpacks to more than");
    }

    @Test
    void refusesTooManyEntries() {
        var many = new Zips();
        for (int i = 0; i <= LIMITS.entries(); i++) {
            many.file(i + ".json", new byte[0]);
        }
        assertThat(problem(many.bytes())).hasMessageContaining("more than 100 entries");
    }

    @Test
    void refusesWhatIsBroken() {
        var whole = new Zips().file("a.step", CONTENT).bytes();
        assertThat(problem(Arrays.copyOf(whole, whole.length - 30)).code()).isEqualTo(ProblemCode.BROKEN_ARCHIVE);
        assertThat(problem(new Zips().bytes())).hasMessageContaining("no files");
        assertThat(problem(new Zips().encrypted("a.step", CONTENT).bytes())).hasMessageContaining("encrypted");
        assertThat(problem(new Zips().claiming("a.step", CONTENT, 5).bytes()).code())
                .isEqualTo(ProblemCode.BROKEN_ARCHIVE);
        assertThat(problem("PK\003\004 but no zip".getBytes(StandardCharsets.ISO_8859_1))
                        .code())
                .isEqualTo(ProblemCode.BROKEN_ARCHIVE);
    }

    @Test
    void noticesADamagedByte() {
        var bytes = new Zips().file("a.step", CONTENT).bytes();
        bytes[bytes.length - 22 - 46 - "a.step".length() + 16] ^= 1;
        assertThat(problem(bytes).code()).isEqualTo(ProblemCode.BROKEN_ARCHIVE);
    }

    @Property(tries = 300)
    void noBytesDoMoreThanBeRefused(@ForAll @Size(max = 300) byte[] noise, @ForAll int position) throws IOException {
        // Given an archive with noise written over it
        var bytes = new Zips().file("a.step", CONTENT).file("b/c.step", CONTENT).bytes();
        int at = Math.floorMod(position, bytes.length);
        System.arraycopy(noise, 0, bytes, at, Math.min(noise.length, bytes.length - at));
        var source = Files.createTempFile("noise", ".zip");
        var target = Files.createTempFile("noise", ".zip");
        try {
            Files.write(source, bytes);
            // When
            var contents = new FolderArchive(LIMITS).rewrite(source, target);
            // Then
            assertThat(contents.files()).isPositive();
        } catch (ProblemException refused) {
            assertThat(refused.code()).isIn(ProblemCode.BROKEN_ARCHIVE, ProblemCode.UNSAFE_ARCHIVE);
        } finally {
            Files.delete(source);
            Files.delete(target);
        }
    }

    private FolderArchive.Contents rewrite(byte[] zip) throws IOException {
        var source = folder.resolve("in.zip");
        Files.write(source, zip);
        return new FolderArchive(LIMITS).rewrite(source, folder.resolve("out.zip"));
    }

    private ProblemException problem(byte[] zip) {
        return catchThrowableOfType(ProblemException.class, () -> rewrite(zip));
    }

    private Map<String, byte[]> unpacked() throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var zip = new ZipFile(folder.resolve("out.zip").toFile())) {
            for (var entry : (Iterable<ZipEntry>)
                    () -> zip.stream().map(ZipEntry.class::cast).iterator()) {
                try (var input = zip.getInputStream(entry)) {
                    files.put(entry.getName(), input.readAllBytes());
                }
            }
        }
        return files;
    }
}
