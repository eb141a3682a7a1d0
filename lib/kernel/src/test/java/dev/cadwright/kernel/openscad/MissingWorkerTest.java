package dev.cadwright.kernel.openscad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.kernel.Budget;
import dev.cadwright.kernel.Category;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MissingWorkerTest {
    @Test
    void aProgramIsUnsupportedWhereNothingRunsIt(@TempDir Path folder) {
        assertUnavailable(folder.resolve("start.sh"));
    }

    @Test
    void aProgramIsUnsupportedWhereWhatRunsItDoesNotStart(@TempDir Path folder) throws IOException {
        // Given
        Path broken =
                Files.writeString(folder.resolve("start.sh"), "#!/bin/sh\necho no module in /secret >&2\nexit 1\n");
        Files.setPosixFilePermissions(broken, PosixFilePermissions.fromString("rwx------"));

        // Then
        assertUnavailable(broken);
    }

    private static void assertUnavailable(Path program) {
        try (ScadPool pool = new ScadPool(new ScadOptions(1, program, Optional.empty(), 10))) {
            for (int i = 0; i < 2; i++) {
                // When
                ScadExecution execution = pool.execute(ScadSource.of("cube(1);"), Budget.STANDARD);

                // Then
                assertThat(execution.category()).isEqualTo(Category.UNSUPPORTED);
                assertThat(execution).isInstanceOfSatisfying(ScadExecution.Rejected.class, rejected -> {
                    assertThat(rejected.fault().code()).isEqualTo("openscad.unavailable");
                    assertThat(rejected.fault().message())
                            .contains("./cadwright setup")
                            .doesNotContain(program.toString(), "/secret");
                });
            }
        }
    }
}
