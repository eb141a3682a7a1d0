package dev.cadwright.geometry.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cadwright.geometry.Mesh;
import dev.cadwright.geometry.Shapes;
import dev.cadwright.geometry.Vector3;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeshFormatsTest {
    private final Mesh box = Shapes.box(new Vector3(-1, -2, -3), new Vector3(1, 2, 3));

    @TempDir
    private Path folder;

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void assertRefused(String code, ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(FormatException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    @Test
    void aMeshSurvivesBinaryStlAndItsCornersAreSharedAgain() throws IOException {
        // Given
        Path file = folder.resolve("box.stl");
        // When
        Stl.write(file, Shapes.soup(box));
        Mesh read = Stl.read(file);
        // Then
        assertThat(read.vertexCount()).isEqualTo(8);
        assertThat(read.isWatertight()).isTrue();
        assertThat(read.signedVolume()).isCloseTo(48, within(1e-12));
        assertThat(Files.size(file)).isEqualTo(84 + 12 * 50);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aMeshSurvivesStlAsTextToTheLastBit() throws IOException {
        // Given
        Mesh thirds = Shapes.box(Vector3.ZERO, new Vector3(1 / 3.0, 2 / 3.0, 1e-7));
        // When
        Mesh read = Stl.parse(Stl.encodeText(thirds));
        // Then
        assertThat(read.vertexCount()).isEqualTo(8);
        assertThat(read.isWatertight()).isTrue();
        assertThat(read.signedVolume()).isCloseTo(thirds.signedVolume(), within(1e-22));
    }

    @Test
    void aMeshSurvivesObjToTheLastBit() throws IOException {
        // Given
        Mesh thirds = Shapes.box(Vector3.ZERO, new Vector3(1 / 3.0, 2 / 3.0, 1e-7));
        // When
        Mesh read = Obj.parse(Obj.encode(thirds));
        // Then
        assertThat(read.vertices()).isEqualTo(thirds.vertices());
        assertThat(read.triangles()).isEqualTo(thirds.triangles());
    }

    @Test
    void textStlIsRead() throws IOException {
        // Given
        String text = """
                solid a name with words
                  facet normal 0 0 1
                    outer loop
                      vertex 0 0 0
                      vertex 1e0 0 0
                      vertex 0 1.5 0
                    endloop
                  endfacet
                endsolid a name
                """;
        // When
        Mesh mesh = Stl.parse(ascii(text));
        Mesh oneLine = Stl.parse(ascii("solid\n" + text.lines().skip(1).reduce("", (a, b) -> a + " " + b)));
        // Then
        assertThat(mesh.area()).isCloseTo(0.75, within(1e-15));
        assertThat(oneLine.area()).isCloseTo(0.75, within(1e-15));
    }

    @Test
    void objPolygonsReferencesBackwardsAndExtrasAreRead() throws IOException {
        // Given
        String text =
                "# c\nmtllib x\nv 0 0 0\nv 1 0 0 0.5\nv 1 1 0\nv 0 1 0\nvn 0 0 1\nusemtl m\nf -4//1 2/7 3/7/1 4\n";
        // When
        Mesh mesh = Obj.parse(ascii(text));
        // Then
        assertThat(mesh.triangleCount()).isEqualTo(2);
        assertThat(mesh.area()).isEqualTo(1);
    }

    @Test
    void brokenStlIsRefusedWithAReason() {
        byte[] file = Stl.encode(box);
        byte[] notFinite = file.clone();
        Arrays.fill(notFinite, 96, 100, (byte) 0xFF);
        byte[] huge = file.clone();
        Arrays.fill(huge, 80, 84, (byte) 0xFF);
        assertRefused("stl_size", () -> Stl.parse(Arrays.copyOf(file, file.length - 1)));
        assertRefused("stl_size", () -> Stl.parse(huge));
        assertRefused("stl_truncated", () -> Stl.parse(new byte[10]));
        assertRefused("stl_not_finite", () -> Stl.parse(notFinite));
        assertRefused("stl_truncated", () -> Stl.parse(ascii("solid x\nfacet normal 0 0 1\nouter loop\nvertex 1 2")));
        assertRefused("stl_truncated", () -> Stl.parse(ascii("solid x\n")));
        assertRefused("stl_syntax", () -> Stl.parse(ascii("solid x\nfacet normal 0 0 1\nouter ring")));
        assertRefused(
                "stl_not_finite",
                () -> Stl.parse(ascii("solid x\nfacet normal 0 0 1\nouter loop\nvertex 1 2 NaN\nvertex")));
    }

    @Test
    void brokenObjIsRefusedWithAReason() {
        assertRefused("obj_index", () -> Obj.parse(ascii("v 0 0 0\nf 1 2 3\n")));
        assertRefused("obj_index", () -> Obj.parse(ascii("v 0 0 0\nf 0 1 1\n")));
        assertRefused("obj_index", () -> Obj.parse(ascii("v 0 0 0\nf -2 1 1\n")));
        assertRefused("obj_syntax", () -> Obj.parse(ascii("v 0 0\n")));
        assertRefused("obj_syntax", () -> Obj.parse(ascii("v 0 0 0\nf 1 1\n")));
        assertRefused("obj_syntax", () -> Obj.parse(ascii("v 0 0 0\nf 1 1 99999999999\n")));
        assertRefused("obj_not_finite", () -> Obj.parse(ascii("v 0 0 1e999\n")));
    }

    @Property(tries = 1000)
    void damageEitherReadsOrIsRefusedButNeverBreaks(@ForAll long seed) {
        // Given
        SplittableRandom random = new SplittableRandom(seed);
        byte[][] files = {
            Stl.encode(box), Obj.encode(box), ascii("solid\nfacet normal 0 0 1 outer loop vertex 1 2 3 vertex 2 3 4")
        };
        byte[] file = files[random.nextInt(files.length)];
        byte[] damaged = Arrays.copyOf(file, random.nextInt(1, file.length + 20));
        for (int i = 0; i < 4; i++) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        // When
        for (Reader reader : new Reader[] {Stl::parse, Obj::parse}) {
            try {
                Mesh mesh = reader.parse(damaged);
                // Then
                assertThat(mesh.triangleCount()).isNotNegative();
            } catch (FormatException e) {
                assertThat(e.code()).matches("(stl|obj)_[a-z_]+");
            }
        }
    }

    private interface Reader {
        Mesh parse(byte[] file) throws FormatException;
    }
}
