package dev.cadwright.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFollowerTest {
    @TempDir
    Path folder;

    @Test
    void linesAreHandedOnOnceWhenTheyAreComplete() throws IOException {
        // Given
        Path log = Files.writeString(folder.resolve("a.log"), "one\ntwo\nthr");
        LogFollower follower = new LogFollower(log);

        // When // Then
        assertThat(follower.last(1)).containsExactly("two");
        assertThat(follower.next()).isEmpty();
        Files.writeString(log, "ee\nfour\n", StandardOpenOption.APPEND);
        assertThat(follower.next()).containsExactly("three", "four");
    }

    @Test
    void aLogThatWasCutShortIsReadFromItsStart() throws IOException {
        // Given
        Path log = Files.writeString(folder.resolve("a.log"), "a long first line\n");
        LogFollower follower = new LogFollower(log);
        assertThat(follower.last(10)).hasSize(1);

        // When
        Files.writeString(log, "new\n");

        // Then
        assertThat(follower.next()).containsExactly("new");
    }

    @Test
    void aLogThatIsNotThereYetIsEmpty() throws IOException {
        assertThat(new LogFollower(folder.resolve("none.log")).last(5)).isEmpty();
    }
}
