package dev.cadwright.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.shape.ModifiedShape.Placed;
import dev.cadwright.cad.shape.NamedShape;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.SolidShape.Box;
import dev.cadwright.cad.shape.SolidShape.Cylinder;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Transform;
import dev.cadwright.geometry.Vector3;
import dev.cadwright.geometry.format.Body;
import dev.cadwright.geometry.format.Colour;
import dev.cadwright.geometry.format.Glb;
import dev.cadwright.geometry.format.ThreeMf;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class AssemblyTest {
    @RegisterExtension
    static final TestKernel KERNEL = new TestKernel(2);

    private static final SourceSpan SPAN = SourceSpan.NONE;
    private static final Shape PIN = new Cylinder(Frame.XY, 1, 5, 360, SPAN);
    private static final List<NamedShape> PARTS = List.of(
            new NamedShape(
                    "machine/house", Optional.of(new Colour(0.2, 0.4, 0.8, 1)), new Box(Frame.XY, 2, 3, 4, SPAN)),
            new NamedShape("machine/pin", Optional.empty(), moved(10)),
            new NamedShape("machine/other pin", Optional.empty(), moved(20)));

    private static Execution.Solid assembly;

    @BeforeAll
    static void start() {
        try (KernelSession session = KERNEL.pool().session(Budget.STANDARD)) {
            assembly = (Execution.Solid) session.execute(
                    PARTS.stream().map(NamedShape::shape).toList(),
                    PARTS,
                    Request.properties().withStep().withBodies(Deflection.STANDARD));
        }
    }

    @Test
    void stepKeepsNamesPlacesAndColours() {
        // When
        byte[] step = assembly.step().orElseThrow();
        Execution.Solid again =
                (Execution.Solid) KERNEL.pool().execute(new Source.Step(step, false), Request.properties());

        // Then
        String text = new String(step, StandardCharsets.UTF_8);
        assertThat(text)
                .contains("PRODUCT('machine/house'", "PRODUCT('machine/pin'", "PRODUCT('assembly'")
                .contains("NEXT_ASSEMBLY_USAGE_OCCURRENCE('3','machine/other pin'")
                .containsPattern("COLOUR_RGB\\('',0\\.2\\d*,0\\.4\\d*,0\\.8\\d*|COLOUR_RGB\\('',0\\.1999\\d*,0\\.3999");
        assertThat(again.properties().solids()).isEqualTo(3);
        assertThat(again.properties().volume()).isCloseTo(assembly.properties().volume(), within(1e-9));
        assertThat(again.properties().bounds().max().x()).isCloseTo(21, within(1e-6));
    }

    @Test
    void oneBodyInSeveralColoursKeepsThemAll() {
        // Given
        List<NamedShape> pins = List.of(
                new NamedShape("plain", Optional.empty(), moved(0)),
                new NamedShape("red", Optional.of(new Colour(1, 0.25, 0.25, 1)), moved(10)),
                new NamedShape("green", Optional.of(new Colour(0.25, 1, 0.25, 1)), moved(20)),
                new NamedShape("red again", Optional.of(new Colour(1, 0.25, 0.25, 1)), moved(30)));

        // When
        byte[] step;
        try (KernelSession session = KERNEL.pool().session(Budget.STANDARD)) {
            Execution.Solid written = (Execution.Solid) session.execute(
                    pins.stream().map(NamedShape::shape).toList(),
                    pins,
                    Request.properties().withStep());
            step = written.step().orElseThrow();
        }
        Execution.Solid again =
                (Execution.Solid) KERNEL.pool().execute(new Source.Step(step, false), Request.properties());

        // Then
        String text = new String(step, StandardCharsets.UTF_8);
        assertThat(text.split("MANIFOLD_SOLID_BREP\\(", -1))
                .as("a body a colour")
                .hasSize(1 + 3);
        assertThat(text.split("COLOUR_RGB\\(", -1)).hasSize(1 + 2);
        assertThat(again.properties().solids()).isEqualTo(4);
        assertThat(again.properties().volume()).isCloseTo(4 * 5 * Math.PI, within(1e-9));
    }

    @Test
    void unitsOfAnAssemblyAreOfTheTextAlone() {
        // Given
        for (StepFormat.Unit unit : StepFormat.Unit.values()) {
            Request request = Request.properties().withStep(StepFormat.STANDARD.withUnit(unit));
            try (KernelSession session = KERNEL.pool().session(Budget.STANDARD)) {
                // When
                Execution.Solid written = (Execution.Solid)
                        session.execute(PARTS.stream().map(NamedShape::shape).toList(), PARTS, request);
                Execution.Solid read = (Execution.Solid) KERNEL.pool()
                        .execute(new Source.Step(written.step().orElseThrow(), true), Request.properties());

                // Then
                assertThat(read.properties().volume())
                        .as(unit.name())
                        .isCloseTo(assembly.properties().volume(), within(1e-6));
                assertThat(read.properties().bounds().max().x()).isCloseTo(21, within(1e-6));
            }
        }
    }

    @Test
    void bodiesAreClosedAndHaveTheirEdges() {
        // When
        List<Body> bodies = assembly.bodies();

        // Then
        assertThat(bodies).extracting(Body::name).containsExactly("machine/house", "machine/pin", "machine/other pin");
        assertThat(bodies).allMatch(body -> body.mesh().isWatertight());
        assertThat(bodies.getFirst().mesh().signedVolume()).isCloseTo(24, within(1e-9));
        assertThat(bodies.getFirst().edges()).hasSize(12).allMatch(edge -> edge.length == 2);
        assertThat(bodies.get(1).edges()).as("two circles, without the seam").hasSize(2);
    }

    @Test
    void glbShowsABodyANodeWithItsColourAndLines() throws Exception {
        // When
        ByteBuffer file = ByteBuffer.wrap(Glb.encode(assembly.bodies())).order(ByteOrder.LITTLE_ENDIAN);

        // Then
        assertThat(file.getInt(0)).isEqualTo(0x46546C67);
        assertThat(file.getInt(8)).isEqualTo(file.capacity());
        byte[] text = new byte[file.getInt(12)];
        file.get(20, text);
        JsonNode gltf = JsonMapper.builder().build().readTree(text);
        assertThat(gltf.path("nodes")).hasSize(4);
        assertThat(gltf.path("nodes").path(0).path("children")).hasSize(3);
        assertThat(gltf.path("nodes").path(1).path("name").asText()).isEqualTo("machine/house");
        JsonNode primitives = gltf.path("meshes").path(0).path("primitives");
        assertThat(primitives).hasSize(2);
        assertThat(primitives.path(1).path("mode").asInt()).isEqualTo(1);
        JsonNode colour =
                gltf.path("materials").path(0).path("pbrMetallicRoughness").path("baseColorFactor");
        assertThat(colour.path(2).doubleValue()).isCloseTo(0.603827, within(1e-6));
        JsonNode positions = gltf.path("accessors").path(0);
        assertThat(positions.path("max").path(2).doubleValue()).isEqualTo(4);
        int end = 0;
        for (JsonNode view : gltf.path("bufferViews")) {
            assertThat(view.path("byteOffset").asInt()).isEqualTo(end);
            end += view.path("byteLength").asInt();
        }
        assertThat(gltf.path("buffers").path(0).path("byteLength").asInt()).isEqualTo(end);
        assertThat(file.getInt(20 + text.length)).isEqualTo(end);
    }

    @Test
    void threeMfHoldsTheBodiesInMillimetres() throws Exception {
        // When
        Document model = model(ThreeMf.encode(assembly.bodies()));

        // Then
        assertThat(model.getDocumentElement().getAttribute("unit")).isEqualTo("millimeter");
        assertThat(model.getElementsByTagName("item").getLength()).isEqualTo(3);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Element object = (Element) model.getElementsByTagName("object").item(i);
            names.add(object.getAttribute("name"));
            assertThat(object.getElementsByTagName("triangle").getLength())
                    .isEqualTo(assembly.bodies().get(i).mesh().triangleCount());
        }
        assertThat(names).containsExactly("machine/house", "machine/pin", "machine/other pin");
        Element base = (Element) model.getElementsByTagName("base").item(0);
        assertThat(base.getAttribute("displaycolor")).isEqualTo("#3366CCFF");
    }

    @Test
    void nothingToShowIsStillAFile() throws Exception {
        // When / Then
        assertThat(ByteBuffer.wrap(Glb.encode(List.of()))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getInt(8))
                .isEqualTo(Glb.encode(List.of()).length);
        assertThat(model(ThreeMf.encode(List.of()))
                        .getElementsByTagName("object")
                        .getLength())
                .isZero();
    }

    private static Document model(byte[] file) throws Exception {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("3D/3dmodel.model")) {
                    return DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new ByteArrayInputStream(zip.readAllBytes()));
                }
            }
        }
        throw new AssertionError("the file holds no model");
    }

    private static Shape moved(double x) {
        return new Placed(PIN, Transform.translation(new Vector3(x, 0, 0)), SPAN);
    }
}
