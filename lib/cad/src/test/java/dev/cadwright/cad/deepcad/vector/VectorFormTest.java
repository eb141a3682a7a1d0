package dev.cadwright.cad.deepcad.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Constructions;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.Samples;
import dev.cadwright.cad.deepcad.DeepCadReader;
import dev.cadwright.cad.deepcad.DeepCadWriter;
import dev.cadwright.cad.language.ProgramCheck;
import dev.cadwright.cad.language.Programs;
import dev.cadwright.cad.outline.Reach;
import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector3;
import dev.cadwright.geometry.format.Npy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VectorFormTest {
    /** What the original program writes for the samples; it drops the loops and lengths that it has no room for late. */
    static Stream<JsonNode> originals() throws IOException {
        Path golden = Path.of(
                System.getProperty("cadwright.root"), "lib", "cad", "src/test/resources/golden/deepcad-vectors.jsonl");
        ObjectMapper json = new ObjectMapper();
        return Files.readAllLines(golden).stream().map(line -> {
            try {
                return json.readTree(line);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("originals")
    void theFaithfulFormIsWhatTheOriginalProgramWrites(JsonNode original) {
        // Given
        String text = Samples.deepCad(original.get("name").asText());
        Construction construction = DeepCadReader.read(text).orElseThrow();
        Bounds bounds = DeepCadReader.boundingBox(text).orElseThrow();

        // When
        Parse<CadVector> written = VectorWriter.write(construction, bounds, PolarAngles.FAITHFUL);

        // Then
        boolean fits = original.get("vec").isArray() && original.get("vec").size() <= CadVector.MAX_LENGTH;
        if (fits) {
            assertThat(written.orElseThrow().rows().stream()
                            .map(CadVector.Row::values)
                            .toList())
                    .isEqualTo(rows(original.get("vec")));
        } else {
            assertThat(written.diagnostics()).singleElement().satisfies(diagnostic -> assertThat(diagnostic.code())
                    .isEqualTo("limit.vector"));
        }
    }

    private static List<List<Integer>> rows(JsonNode vectors) {
        return vectors.valueStream()
                .map(row -> row.valueStream().map(JsonNode::asInt).toList())
                .toList();
    }

    @Provide
    Arbitrary<Construction> constructions() {
        return Constructions.singleProfiles();
    }

    /** Half a step of the position, half a step of the sketch's grid, half a step of its size, angles' half steps. */
    @Property(tries = 300)
    void whatReadsBackIsNoFartherAwayThanTheStepsAllow(@ForAll("constructions") Construction construction) {
        // Given
        Parse<CadVector> written = VectorWriter.write(construction, PolarAngles.CORRECTED);
        if (!(written instanceof Parse.Ok<CadVector>(CadVector vector))) {
            assertThat(written.diagnostics()).isNotEmpty();
            return;
        }
        Bounds box = Reach.bounds(construction).orElseThrow();
        double scale = 0.75 / Math.max(largest(box.min()), largest(box.max()));

        // When
        Parse<Construction> reading = VectorReader.read(vector);

        // Then: sketches of less than half a step have no size in this form
        if (!(reading instanceof Parse.Ok<Construction>(Construction read))) {
            assertThat(reading.diagnostics().getFirst().code()).isEqualTo("shape.size");
            return;
        }
        assertThat(read.features()).hasSameSizeAs(construction.features());
        for (int index = 0; index < read.features().size(); index++) {
            Feature.Extrude before = (Feature.Extrude) construction.features().get(index);
            Feature.Extrude after = (Feature.Extrude) read.features().get(index);
            assertThat(after.operation()).isEqualTo(before.operation());
            assertThat(after.extent()).hasSameClassAs(before.extent());
            assertThat(after.plane().normal().distanceTo(before.plane().normal()))
                    .isLessThan(2 * Math.PI / 256);
            assertThat(after.plane().xAxis().distanceTo(before.plane().xAxis())).isLessThan(4 * Math.PI / 256);
            SketchRows sketch = new SketchRows(before.profiles().getFirst());
            double size = sketch.size() * scale;
            double allowed = Math.sqrt(3) / 256 + size / 95 + 1.5 / 256 + size * 0.08;
            for (Vector3 corner : corners(before)) {
                assertThat(corners(after).stream()
                                .mapToDouble(corner.times(scale)::distanceTo)
                                .min()
                                .orElseThrow())
                        .isLessThan(allowed);
            }
        }
    }

    private static List<Vector3> corners(Feature.Extrude extrude) {
        return extrude.profiles().stream()
                .flatMap(profile -> profile.outer().curves().stream())
                .map(LoopOrder::start)
                .map(point -> extrude.plane().at(point.x(), point.y()))
                .toList();
    }

    private static double largest(Vector3 point) {
        return Math.max(Math.abs(point.x()), Math.max(Math.abs(point.y()), Math.abs(point.z())));
    }

    @Test
    void halfTurnsAndNegativeNormalsComeBackOnlyFromTheCorrectedForm() {
        // Given
        Construction construction =
                DeepCadReader.read(Samples.deepCad("00003999.json")).orElseThrow();
        Feature.Extrude extrude = (Feature.Extrude) construction.features().getFirst();
        for (Vector3 normal : List.of(new Vector3(-1, 0, 0), new Vector3(0, -1, 0), new Vector3(0, 0, -1))) {
            Vector3 xAxis = normal.z() == 0 ? Vector3.Z : new Vector3(-1, 0, 0);
            Feature turned = new Feature.Extrude(
                    new Frame(Vector3.ZERO, xAxis, normal),
                    extrude.profiles(),
                    extrude.extent(),
                    extrude.operation(),
                    extrude.span());

            // When
            Construction read = VectorWriter.write(new Construction(List.of(turned)), PolarAngles.CORRECTED)
                    .then(VectorReader::read)
                    .orElseThrow();

            // Then
            Feature.Extrude back = (Feature.Extrude) read.features().getFirst();
            assertThat(back.plane().normal().distanceTo(normal)).isCloseTo(0, within(1e-12));
            assertThat(back.plane().xAxis().distanceTo(xAxis)).isCloseTo(0, within(1e-12));
        }
    }

    @Test
    void filesReadBackAsTheyWereWritten(@TempDir Path folder) throws IOException {
        // Given
        String text = Samples.deepCad("00005081.json");
        CadVector vector = VectorWriter.write(DeepCadReader.read(text).orElseThrow(), PolarAngles.FAITHFUL)
                .orElseThrow()
                .padded(CadVector.MAX_LENGTH);

        // When
        VectorFile.writeHdf(folder.resolve("v.h5"), vector);

        // Then
        assertThat(VectorFile.readHdf(folder.resolve("v.h5")).orElseThrow()).isEqualTo(vector);
        assertThat(VectorFile.readNpy(VectorFile.writeNpy(vector)).orElseThrow())
                .isEqualTo(vector);
        Construction read = VectorReader.read(vector).orElseThrow();
        assertThat(DeepCadWriter.write(read)).isInstanceOf(Parse.Ok.class);
    }

    @Test
    void arraysConvertAndAreCheckedLikeText(@TempDir Path folder) throws IOException {
        // Given
        CadVector vector = VectorWriter.write(
                        DeepCadReader.read(Samples.deepCad("00005081.json")).orElseThrow(), PolarAngles.CORRECTED)
                .orElseThrow();
        Path file = folder.resolve("v.h5");
        VectorFile.writeHdf(file, vector);
        String sketch = Programs.print(
                        Language.SKETCH, VectorReader.read(vector).orElseThrow())
                .orElseThrow();

        for (byte[] array : List.of(VectorFile.writeNpy(vector), Files.readAllBytes(file))) {
            // When // Then
            assertThat(Programs.convert(Language.DEEPCAD, array, Language.SKETCH)
                            .orElseThrow())
                    .isEqualTo(sketch);
            assertThat(ProgramCheck.of(Language.DEEPCAD, "v", array, Map.of()).isOk())
                    .isTrue();
        }
        assertThat(Language.of(Path.of("vec", "0001.H5"))).contains(Language.DEEPCAD);
        assertThat(Language.of(Path.of("out.npy"))).contains(Language.DEEPCAD);
    }

    @Test
    void arraysThatAreNoProgramsSayWhy() {
        assertThat(refusal(Npy.encode(List.of(256, 3), new long[768])).message())
                .contains("[256, 3], not (n, 17)");
        assertThat(refusal(Npy.encode(List.of(1, 17), new long[] {9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}))
                        .toString())
                .startsWith("1:1 there is no command 9");
        assertThat(refusal(new byte[] {0, 1, 2}).message()).contains("neither JSON nor a NumPy array");
        assertThat(refusal(new byte[] {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n', 0})
                        .message())
                .contains("not an HDF5 file that can be read");
        assertThat(refusal("{}".getBytes(StandardCharsets.UTF_8)).code()).doesNotContain("vector");
    }

    private static Diagnostic refusal(byte[] file) {
        Parse<Construction> parse = Programs.parse(Language.DEEPCAD, file);
        return ((Parse.Failed<Construction>) parse).diagnostics().getFirst();
    }

    @Property(tries = 1000)
    void noRowsMakeReadingThrow(@ForAll long seed) {
        // Given: rows of any kind in any order
        Random random = new Random(seed);
        List<CadVector.Row> rows = Stream.generate(() -> {
                    int[] arguments = random.ints(16, -1, 256).toArray();
                    arguments[14] = random.nextInt(-1, 5);
                    arguments[15] = random.nextInt(-1, 4);
                    return CadVector.Row.of(random.nextInt(6), arguments);
                })
                .limit(random.nextInt(30))
                .toList();

        // When
        Parse<Construction> read = VectorReader.read(new CadVector(rows));

        // Then
        assertThat(read instanceof Parse.Ok || !read.diagnostics().isEmpty()).isTrue();
    }

    @Property(tries = 200)
    void damagedFilesAreRefusedOrRead(@ForAll long seed) throws IOException {
        // Given
        Random random = new Random(seed);
        CadVector vector = VectorWriter.write(
                        DeepCadReader.read(Samples.deepCad("00633023.json")).orElseThrow(), PolarAngles.FAITHFUL)
                .orElseThrow();
        Path file = Files.createTempFile("vector", ".h5");
        try {
            VectorFile.writeHdf(file, vector);
            byte[] bytes = Files.readAllBytes(file);
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            Files.write(file, Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));

            // When
            Parse<CadVector> read = VectorFile.readHdf(file);

            // Then
            assertThat(read instanceof Parse.Ok || !read.diagnostics().isEmpty())
                    .isTrue();
        } finally {
            Files.delete(file);
        }
    }
}
