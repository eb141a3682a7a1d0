package dev.cadwright.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cadwright.cad.shape.Geometry;
import dev.cadwright.cad.shape.GroupShape;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.Modeller;
import dev.cadwright.cad.shape.ModellingException;
import dev.cadwright.cad.shape.ModifiedShape;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.ShapeMeasures;
import dev.cadwright.geometry.Vector3;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EveryShapeTest {
    @RegisterExtension
    static final TestKernel KERNEL = new TestKernel(2);

    private static List<EveryShape.Sample> samples;

    @BeforeAll
    static void start() {
        Execution box = KERNEL.pool()
                .run(modeller -> List.of(EveryShape.box()), Request.properties().withStep());
        samples = EveryShape.all(((Execution.Solid) box).step().orElseThrow());
    }

    @Test
    void samplesNameEveryNodeOfTheSealedHierarchy() {
        // Given
        Set<Class<?>> nodes = leaves(Shape.class).collect(Collectors.toSet());

        // When
        Set<Class<?>> sampled =
                samples.stream().map(sample -> sample.shape().getClass()).collect(Collectors.toSet());

        // Then
        assertThat(nodes).hasSizeGreaterThan(50);
        assertThat(sampled).isEqualTo(nodes);
    }

    @Test
    void everyNodeExecutesAndMeasuresWhatItsFormulaSays() {
        try (KernelSession session = KERNEL.pool().session(Budget.STANDARD)) {
            for (EveryShape.Sample sample : samples) {
                // When
                String node = sample.shape().getClass().getName();
                ShapeMeasures measures = measured(session.modeller(), sample.shape());
                Kind kind = session.modeller().kindOf(sample.shape());

                // Then
                double size = size(measures, kind);
                assertThat(kind).as(node).isNotNull();
                assertThat(size).as(node).isCloseTo(sample.size(), within(1e-6 * (1 + sample.size())));
            }
        }
    }

    @Test
    void everyQuestionOfAModellerHasItsAnswer() {
        // Given
        Map<Method, Consumer<Modeller>> questions = new HashMap<>();
        Shape box = EveryShape.box();
        Shape segment = EveryShape.segment();
        Shape side = new ModifiedShape.Part(box, Kind.FACE, 0, box.span());
        add(questions, "parts", m -> m.parts(box, Kind.FACE).size() == 6);
        add(questions, "isEmpty", m -> !m.isEmpty(new GroupShape.Compound(List.of(box), box.span())));
        add(questions, "holds", m -> m.holds(box, Kind.SOLID) && !m.holds(side, Kind.SOLID));
        add(questions, "count", m -> m.count(box, Kind.EDGE) == 12);
        add(questions, "describe", m -> m.describe(side).geometry() == Geometry.PLANE);
        add(questions, "kindOf", m -> m.kindOf(box) == Kind.SOLID);
        add(questions, "members", m -> m.members(box).equals(List.of(Kind.SHELL)));
        add(questions, "measure", m -> Math.abs(m.measure(box).volume() - 24) < 1e-9);
        add(
                questions,
                "bounds",
                m -> Math.abs(m.bounds(box, true).orElseThrow().max().z() - 4) < 1e-6);
        add(questions, "isValid", m -> m.isValid(box));
        add(questions, "isSame", m -> m.isSame(box, box) && !m.isSame(box, segment));
        add(questions, "onCurve", m -> m.onCurve(segment, 0.5, true).position().distanceTo(at(1.5, 2, 0)) < 1e-9);
        add(questions, "range", m -> Math.abs(m.range(segment)[1] - 5) < 1e-9);
        add(questions, "nearestParameter", m -> Math.abs(m.nearestParameter(segment, at(3, 4, 7)) - 5) < 1e-9);
        add(
                questions,
                "onSurface",
                2,
                m -> m.onSurface(side, Optional.of(Vector3.ZERO)).normal().length() > 0.999);
        add(questions, "onSurface", 3, m -> m.onSurface(side, 0, 0).normal().length() > 0.999);
        add(questions, "contains", m -> m.contains(box, at(1, 1, 1), 1e-6) && !m.contains(box, at(9, 1, 1), 1e-6));
        add(
                questions,
                "distance",
                m -> Math.abs(m.distance(box, EveryShape.face()).length()) < 1e-9);
        add(
                questions,
                "facesAlong",
                m -> m.facesAlong(box, at(1, 1, -9), at(0, 0, 1), 1e-6).size() == 2);
        add(
                questions,
                "ancestors",
                m -> m.ancestors(new ModifiedShape.Part(box, Kind.EDGE, 0, box.span()), box, Kind.FACE)
                                .size()
                        == 2);

        // When / Then
        assertThat(questions.keySet()).isEqualTo(new HashSet<>(List.of(Modeller.class.getDeclaredMethods())));
        try (KernelSession session = KERNEL.pool().session(Budget.STANDARD)) {
            questions.values().forEach(question -> question.accept(session.modeller()));
        }
    }

    private static void add(Map<Method, Consumer<Modeller>> questions, String name, Predicate<Modeller> holds) {
        Method method = Arrays.stream(Modeller.class.getDeclaredMethods())
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
        add(questions, name, method.getParameterCount(), holds);
    }

    private static void add(
            Map<Method, Consumer<Modeller>> questions, String name, int arguments, Predicate<Modeller> holds) {
        Method method = Arrays.stream(Modeller.class.getDeclaredMethods())
                .filter(each -> each.getName().equals(name) && each.getParameterCount() == arguments)
                .findFirst()
                .orElseThrow();
        questions.put(
                method, modeller -> assertThat(holds.test(modeller)).as(name).isTrue());
    }

    private static ShapeMeasures measured(Modeller modeller, Shape shape) {
        try {
            return modeller.measure(shape);
        } catch (ModellingException e) {
            throw new AssertionError(shape.getClass().getName() + " is refused", e);
        }
    }

    /** Open shells enclose no volume, whatever is integrated over them. */
    private static double size(ShapeMeasures measures, Kind kind) {
        if (measures.volume() != 0 && kind.isAbove(Kind.SHELL)) {
            return measures.volume();
        }
        return measures.area() != 0 ? measures.area() : measures.length();
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EveryShapeTest::leaves)
                : Stream.of(type);
    }

    private static Vector3 at(double x, double y, double z) {
        return new Vector3(x, y, z);
    }
}
