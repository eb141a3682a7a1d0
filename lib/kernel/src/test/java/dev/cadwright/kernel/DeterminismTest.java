package dev.cadwright.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.cadwright.geometry.Mesh;
import dev.cadwright.kernel.openscad.ScadFiles;
import dev.cadwright.kernel.openscad.ScadOptions;
import dev.cadwright.kernel.program.ProgramExecution;
import dev.cadwright.kernel.program.ProgramInput;
import dev.cadwright.kernel.program.ProgramPool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeterminismTest {
    private static final int PROGRAMS = 50;
    private static final Request ALL =
            Request.properties().withMesh(Deflection.STANDARD).withStep().withBrep();

    @Test
    void fiftyProgramsGiveTheSameBytesInTwoWorkersInAnyOrder() throws Exception {
        // Given
        List<Path> programs = programs();
        List<Path> backwards = new ArrayList<>(programs);
        Collections.reverse(backwards);

        // When
        List<String> first = digests(programs);
        List<String> second = digests(backwards);

        // Then
        Collections.reverse(second);
        assertThat(first).hasSize(PROGRAMS).isEqualTo(second);
        assertThat(first.stream().distinct().count()).isGreaterThan(PROGRAMS / 2);
    }

    private static List<Path> programs() throws IOException {
        Path folder = Workers.shared().resolve("data/cad-recode");
        assumeFalse(Files.notExists(folder), () -> folder + " is not there");
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".py"))
                    .sorted()
                    .toList();
            return Stream.iterate(0, i -> i + 1)
                    .limit(PROGRAMS)
                    .map(i -> all.get(i * all.size() / PROGRAMS))
                    .toList();
        }
    }

    private static List<String> digests(List<Path> programs) throws Exception {
        List<String> digests = new ArrayList<>();
        try (ProgramPool pool =
                new ProgramPool(new KernelPool(Workers.options().withWorkers(1)), ScadOptions.standard())) {
            for (Path program : programs) {
                ProgramInput input = ProgramInput.named(
                                "program.py", Files.readAllBytes(program), ScadFiles.Folder.EMPTY)
                        .orElseThrow();
                ProgramExecution execution = pool.execute(((ProgramInput.Executable) input).source(), ALL);
                digests.add(digest(execution));
            }
        }
        return digests;
    }

    private static String digest(ProgramExecution execution) throws NoSuchAlgorithmException {
        if (!(execution instanceof ProgramExecution.Exact(Execution.Solid solid))) {
            return execution.category().label();
        }
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(solid.properties().toString().getBytes(StandardCharsets.UTF_8));
        digest.update(solid.step().orElseThrow());
        digest.update(solid.brep().orElseThrow());
        Mesh mesh = solid.mesh().orElseThrow();
        digest.update(Binary.bytes(mesh.vertices()));
        digest.update(Binary.bytes(mesh.triangles()));
        return HexFormat.of().formatHex(digest.digest());
    }
}
