package dev.cadwright.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCachesTest {
    private static final List<String> COMMAND = List.of("java", "-jar", "quarkus-run.jar");

    @TempDir
    Path root;

    private Path jar;

    @BeforeEach
    void build() throws IOException {
        jar = Service.RENDER.application(root).resolve("lib/main/render.jar");
        Files.createDirectories(jar.getParent());
        Files.writeString(jar, "first");
    }

    @Test
    void aCacheIsUsedByTheVeryBuildItWasMadeOf() throws IOException {
        // Given
        make();
        // When
        List<String> command = caches(false).apply("render", COMMAND);
        // Then
        assertThat(command).anyMatch(argument -> argument.startsWith("-XX:AOTCache="));
        assertThat(caches(false).missing()).doesNotContain("render");
    }

    @Test
    void aCacheIsNotUsedOnceAJarWasReplaced() throws IOException {
        // Given
        make();
        Files.writeString(jar, "second");
        // When
        List<String> command = caches(false).apply("render", COMMAND);
        // Then
        assertThat(command).isEqualTo(COMMAND);
        assertThat(caches(false).missing()).contains("render");
    }

    private void make() throws IOException {
        StartCaches caches = caches(true);
        caches.discard();
        String output = caches.apply("render", COMMAND).stream()
                .filter(argument -> argument.startsWith("-XX:AOTCacheOutput="))
                .findFirst()
                .orElseThrow();
        Files.writeString(Path.of(output.substring("-XX:AOTCacheOutput=".length())), "a cache");
        caches.publish();
    }

    private StartCaches caches(boolean make) {
        return new StartCaches(root.resolve("start"), root, make);
    }
}
