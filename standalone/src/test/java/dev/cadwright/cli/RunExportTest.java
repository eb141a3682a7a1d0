package dev.cadwright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cadwright.geometry.format.Obj;
import dev.cadwright.geometry.format.Stl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunExportTest {
    @TempDir
    Path folder;

    @TempDir
    Path home;

    @Test
    void everyFormHoldsTheSolidThatTheProgramMakes() throws IOException {
        // Given
        CommandLineRun.requireKernel();
        Path program = folder.resolve("part.py");
        Files.writeString(program, "import cadquery as cq\nresult = cq.Workplane().box(1, 2, 3)\n");
        Path out = folder.resolve("out");
        // When
        CommandLineRun run = CommandLineRun.of(home, "run", program, "--export", "step,stl,3mf,glb,obj", "--out", out);
        // Then
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(Stl.read(out.resolve("part.stl")).signedVolume()).isCloseTo(6, within(1e-6));
        assertThat(Obj.read(out.resolve("part.obj")).signedVolume()).isCloseTo(6, within(1e-9));
        assertThat(Files.readAllBytes(out.resolve("part.glb"))).startsWith('g', 'l', 'T', 'F');
        assertThat(Files.readAllBytes(out.resolve("part.3mf"))).startsWith('P', 'K');
        CommandLineRun again = CommandLineRun.of(home, "run", out.resolve("part.step"), "--json");
        assertThat(again.lines().getFirst().path("volume").asDouble()).isCloseTo(6, within(1e-9));
    }

    @Test
    void aDeepCadConstructionIsWrittenAsTextToo() throws IOException {
        // Given
        CommandLineRun.requireKernel();
        Path program = folder.resolve("part.sketch");
        Files.writeString(program, """
                sketch = Sketch()
                sketch.add_circle(center=(0, 0), radius=1)
                Extrude(sketch, distance=2)
                """);
        // When
        CommandLineRun run =
                CommandLineRun.of(home, "run", program, "--export", "stl-text", "--out", folder.resolve("out"));
        // Then
        assertThat(run.status()).as(run.out() + run.err()).isZero();
        byte[] file = Files.readAllBytes(folder.resolve("out").resolve("part.stl"));
        assertThat(new String(file, StandardCharsets.US_ASCII)).startsWith("solid cadwright");
        assertThat(Stl.parse(file).isWatertight()).isTrue();
    }

    @Test
    void unknownFormsAndTwoThatShareAFileAreRefused() {
        // When
        CommandLineRun unknown = CommandLineRun.of(home, "run", "x.py", "--export", "dwg", "--out", folder);
        CommandLineRun both = CommandLineRun.of(home, "run", "x.py", "--export", "stl,stl-text", "--out", folder);
        // Then
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("step, stl, stl-text, 3mf, glb, obj");
        assertThat(both.status()).isEqualTo(2);
    }
}
