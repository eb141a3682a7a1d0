package dev.cadwright.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadwright.artifacts.ArtifactException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderArtifactStoreTest {
    private static final String HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    @TempDir
    Path root;

    private FolderArtifactStore store;

    @BeforeEach
    void open() {
        store = new FolderArtifactStore(root);
    }

    @Test
    void whatWasStoredIsReadBackUnderItsDigest() throws IOException {
        // When
        ArtifactReference reference = store.put("hello".getBytes(StandardCharsets.UTF_8), "text/plain");

        // Then
        assertThat(reference).isEqualTo(new ArtifactReference(HELLO, 5, "text/plain"));
        assertThat(store.read(HELLO, 5)).asString(StandardCharsets.UTF_8).isEqualTo("hello");
        assertThat(store.localPath(HELLO))
                .contains(root.toAbsolutePath().resolve("2c/f2").resolve(HELLO));
        assertThat(store.size(HELLO)).hasValue(5);
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void theSameContentTwiceIsOneFile() throws IOException {
        // Given
        Path file = Files.writeString(root.resolve("input"), "hello");
        store.put("hello".getBytes(StandardCharsets.UTF_8), "text/plain");
        FileTime stored = Files.getLastModifiedTime(store.localPath(HELLO).orElseThrow());

        // When
        ArtifactReference again = store.put(file, "text/markdown");

        // Then
        assertThat(again.sha256()).isEqualTo(HELLO);
        assertThat(Files.getLastModifiedTime(store.localPath(HELLO).orElseThrow()))
                .isEqualTo(stored);
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void manyWritersAndReadersOfFewContentsAgree() throws Exception {
        // Given two stores on one folder, as two processes have
        FolderArtifactStore other = new FolderArtifactStore(root);
        List<byte[]> contents = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            byte[] content = new byte[200_000 + i];
            new Random(i).nextBytes(content);
            contents.add(content);
        }
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            byte[] content = contents.get(i % contents.size());
            ArtifactStore one = i % 2 == 0 ? store : other;
            tasks.add(() -> {
                String sha256 = one.put(content, "application/octet-stream").sha256();
                return Arrays.equals(one.read(sha256, content.length), content) && sha256.equals(Sha256.of(content));
            });
        }

        // When
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            // Then
            for (Future<Boolean> task : threads.invokeAll(tasks)) {
                assertThat(task.get()).isTrue();
            }
        }
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void aWriterThatIsKilledLeavesNoArtifactAndIsCleanedUpAfter() throws Exception {
        // Given
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessWriter.class.getName(),
                        root.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(writer.inputReader().readLine()).isEqualTo("WRITING");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (leftovers().stream().noneMatch(file -> file.toFile().length() > 0) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }

        // When
        writer.destroyForcibly().waitFor();

        // Then
        assertThat(leftovers()).hasSize(1);
        assertThat(artifacts()).isEmpty();
        assertThat(store.sweep(Duration.ofHours(1), Clock.systemUTC())).isZero();
        assertThat(store.sweep(Duration.ofHours(1), Clock.offset(Clock.systemUTC(), Duration.ofHours(2))))
                .isEqualTo(1);
        assertThat(leftovers()).isEmpty();
    }

    /** Stores something that never ends. */
    static final class EndlessWriter {
        private EndlessWriter() {}

        public static void main(String[] arguments) {
            System.out.println("WRITING");
            new FolderArtifactStore(Path.of(arguments[0]))
                    .put(
                            new InputStream() {
                                @Override
                                public int read() {
                                    return 1;
                                }

                                @Override
                                public int read(byte[] bytes, int offset, int length) {
                                    return Math.min(length, 4096);
                                }
                            },
                            "application/octet-stream");
        }
    }

    @Test
    void aSourceThatFailsLeavesNothing() throws IOException {
        // Given
        InputStream broken = new InputStream() {
            private int count;

            @Override
            public int read() throws IOException {
                if (count++ > 10) {
                    throw new IOException("the line went dead");
                }
                return 1;
            }
        };

        // Then
        assertThatThrownBy(() -> store.put(broken, "text/plain")).satisfies(code(Code.STORAGE_FAILED));
        assertThat(leftovers()).isEmpty();
        assertThat(artifacts()).isEmpty();
    }

    @Test
    void moreThanAnArtifactMayHaveIsRefusedWithoutATrace() throws IOException {
        // Given
        FolderArtifactStore small = new FolderArtifactStore(root, 10);

        // Then
        small.put(new byte[10], "text/plain");
        assertThatThrownBy(() -> small.put(new byte[11], "text/plain")).satisfies(code(Code.ARTIFACT_TOO_LARGE));
        assertThat(leftovers()).isEmpty();
        assertThat(artifacts()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "../../etc/passwd",
                "2CF24DBA5FB0A30E26E83B2AC5B9E29E1B161E5C1FA7425E73043362938B9824",
                "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b982",
                "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b98244",
                "../f24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
                "２cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
            })
    void whatIsNoDigestNeverBecomesAPath(String text) {
        assertThatThrownBy(() -> store.open(text)).satisfies(code(Code.INVALID_DIGEST));
        assertThatThrownBy(() -> store.exists(text)).satisfies(code(Code.INVALID_DIGEST));
        assertThatThrownBy(() -> store.localPath(text)).satisfies(code(Code.INVALID_DIGEST));
        assertThatThrownBy(() -> new ArtifactReference(text, 0, "x")).satisfies(code(Code.INVALID_DIGEST));
    }

    @Test
    void anArtifactThatIsNotThereIsMissing() {
        assertThat(store.exists(HELLO)).isFalse();
        assertThat(store.size(HELLO)).isEmpty();
        assertThat(store.localPath(HELLO)).isEmpty();
        assertThatThrownBy(() -> store.open(HELLO)).satisfies(code(Code.ARTIFACT_MISSING));
        assertThatThrownBy(() -> store.open(HELLO, 0, 1)).satisfies(code(Code.ARTIFACT_MISSING));
        assertThatThrownBy(() -> store.verify(HELLO)).satisfies(code(Code.ARTIFACT_MISSING));
    }

    @Test
    void rangesAreReadExactlyAndNeverBeyondTheEnd() throws IOException {
        // Given
        store.put("hello".getBytes(StandardCharsets.UTF_8), "text/plain");

        // Then
        for (int from = 0; from <= 5; from++) {
            for (int length = 0; length <= 5 - from; length++) {
                try (InputStream range = store.open(HELLO, from, length)) {
                    assertThat(range.available()).isEqualTo(length);
                    assertThat(new String(range.readAllBytes(), StandardCharsets.UTF_8))
                            .isEqualTo("hello".substring(from, from + length));
                    assertThat(range.read()).isEqualTo(-1);
                }
            }
        }
        try (InputStream range = store.open(HELLO, 0, 5)) {
            assertThat(range.skip(2)).isEqualTo(2);
            assertThat(range.read()).isEqualTo('l');
            assertThat(range.skip(100)).isEqualTo(2);
        }
        assertThatThrownBy(() -> store.open(HELLO, 0, 6)).satisfies(code(Code.INVALID_RANGE));
        assertThatThrownBy(() -> store.open(HELLO, -1, 1)).satisfies(code(Code.INVALID_RANGE));
        assertThatThrownBy(() -> store.open(HELLO, Long.MAX_VALUE, Long.MAX_VALUE))
                .satisfies(code(Code.INVALID_RANGE));
    }

    @Test
    void damageIsFoundByVerifyingAndATruncatedFileIsMendedByStoringAgain() throws IOException {
        // Given
        store.put("hello".getBytes(StandardCharsets.UTF_8), "text/plain");
        store.verify(HELLO);
        Path file = store.localPath(HELLO).orElseThrow();
        Files.writeString(file, "hell");

        // Then
        assertThatThrownBy(() -> store.verify(HELLO)).satisfies(code(Code.ARTIFACT_CORRUPT));
        store.put("hello".getBytes(StandardCharsets.UTF_8), "text/plain");
        store.verify(HELLO);
    }

    @Test
    void aLargeArtifactPassesThroughWithLittleMemory() throws IOException {
        // Given
        long size = 64L << 20;
        InputStream zeros = new InputStream() {
            private long left = size;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                int count = (int) Math.min(length, left);
                left -= count;
                return count == 0 ? -1 : count;
            }
        };

        // When
        ArtifactReference reference = store.put(zeros, "application/octet-stream");

        // Then
        assertThat(reference.size()).isEqualTo(size);
        store.verify(reference.sha256());
        assertThatThrownBy(() -> store.read(reference.sha256(), 1 << 20)).satisfies(code(Code.ARTIFACT_TOO_LARGE));
    }

    @Test
    void aFolderThatCannotBeIsATypedError() throws IOException {
        // Given
        Path file = Files.writeString(root.resolve("file"), "x");

        // Then
        assertThatThrownBy(() -> new FolderArtifactStore(file.resolve("store"))).satisfies(code(Code.STORAGE_FAILED));
    }

    private static java.util.function.Consumer<Throwable> code(Code code) {
        return thrown -> {
            assertThat(thrown).isInstanceOf(ArtifactException.class);
            assertThat(((ArtifactException) thrown).code()).isEqualTo(code);
        };
    }

    private List<Path> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("tmp"))) {
            return files.toList();
        }
    }

    private Set<String> artifacts() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(Sha256::isValid)
                    .collect(Collectors.toSet());
        }
    }
}
