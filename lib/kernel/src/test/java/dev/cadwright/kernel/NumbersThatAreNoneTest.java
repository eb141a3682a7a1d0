package dev.cadwright.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.Modeller;
import dev.cadwright.cad.shape.ModellingException;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.geometry.Vector3;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** NaN and the infinities in the place of each number of each shape. */
class NumbersThatAreNoneTest {
    @RegisterExtension
    static final TestKernel KERNEL = new TestKernel(1);

    /** What a record made of a number that is none: its exception, or itself. */
    private sealed interface Variant {
        record Refused(RuntimeException why) implements Variant {}

        record Made(Object value) implements Variant {}
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void eachIsRefusedByTheRecordOrTheKernelAndTheSessionGoesOn(double number) {
        // Given
        List<Variant> variants = EveryShape.all(new byte[0]).stream()
                .flatMap(sample -> variants(sample.shape(), number).stream())
                .toList();
        List<Shape> made = variants.stream()
                .filter(Variant.Made.class::isInstance)
                .map(variant -> (Shape) ((Variant.Made) variant).value())
                .toList();
        assertThat(made).hasSizeGreaterThan(200);
        assertThat(variants.size() - made.size()).as("refused by a record").isGreaterThan(20);

        try (KernelSession session = KERNEL.pool().session(Budget.STANDARD)) {
            // When
            Map<Shape, String> codes = new IdentityHashMap<>();
            made.forEach(shape -> codes.put(shape, code(() -> session.modeller().measure(shape))));

            // Then
            assertThat(codes)
                    .allSatisfy((shape, code) ->
                            assertThat(code).as(shape.toString()).isEqualTo("number.not_finite"));
            assertThat(session.ended()).isEmpty();
            assertThat(session.modeller().count(EveryShape.box(), Kind.FACE)).isEqualTo(6);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void questionsAboutThemAreRefused(double number) {
        // Given
        Vector3 nowhere = new Vector3(number, 0, 0);
        Shape box = EveryShape.box();
        Shape segment = EveryShape.segment();
        Shape face = EveryShape.face();
        try (KernelSession session = KERNEL.pool().session(Budget.STANDARD)) {
            Modeller modeller = session.modeller();

            // When
            List<String> codes = List.of(
                    code(() -> modeller.onCurve(segment, number, true)),
                    code(() -> modeller.nearestParameter(segment, nowhere)),
                    code(() -> modeller.onSurface(face, Optional.of(nowhere))),
                    code(() -> modeller.onSurface(face, 0, number)),
                    code(() -> modeller.contains(box, nowhere, 1e-6)),
                    code(() -> modeller.contains(box, Vector3.ZERO, number)),
                    code(() -> modeller.facesAlong(box, nowhere, Vector3.Z, 1e-6)),
                    code(() -> modeller.facesAlong(box, Vector3.ZERO, nowhere, 1e-6)));

            // Then
            assertThat(codes).containsOnly("number.not_finite");
            assertThat(session.ended()).isEmpty();
        }
    }

    private static String code(Supplier<Object> question) {
        try {
            return "answered: " + question.get();
        } catch (ModellingException.Ended e) {
            return "ended: " + e.getMessage();
        } catch (ModellingException e) {
            return e.code();
        }
    }

    private static List<Variant> variants(Object value, double number) {
        return switch (value) {
            case Double _ -> List.of(new Variant.Made(number));
            case OptionalDouble _ -> List.of(new Variant.Made(OptionalDouble.of(number)));
            case List<?> list -> ofList(list, number);
            case Record each -> ofRecord(each, number);
            default -> List.of();
        };
    }

    private static List<Variant> ofList(List<?> list, double number) {
        if (list.isEmpty() || list.getFirst() instanceof Shape) {
            return List.of();
        }
        return variants(list.getFirst(), number).stream()
                .map(variant -> variant instanceof Variant.Made(Object made)
                        ? new Variant.Made(
                                Stream.concat(Stream.of(made), list.stream().skip(1))
                                        .toList())
                        : variant)
                .toList();
    }

    private static List<Variant> ofRecord(Record value, double number) {
        RecordComponent[] components = value.getClass().getRecordComponents();
        Object[] arguments = Arrays.stream(components)
                .map(component -> read(component, value))
                .toArray();
        List<Variant> variants = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof Shape) {
                continue;
            }
            for (Variant variant : variants(arguments[i], number)) {
                Object[] changed = arguments.clone();
                if (variant instanceof Variant.Made(Object made)) {
                    changed[i] = made;
                    variants.add(make(value.getClass(), components, changed));
                } else {
                    variants.add(variant);
                }
            }
        }
        return variants;
    }

    private static Object read(RecordComponent component, Record value) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Variant make(Class<?> type, RecordComponent[] components, Object[] arguments) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return new Variant.Made(constructor.newInstance(arguments));
        } catch (InvocationTargetException e) {
            return switch (e.getCause()) {
                case IllegalArgumentException refusal -> new Variant.Refused(refusal);
                // What a frame says of axes without direction.
                case ArithmeticException refusal -> new Variant.Refused(refusal);
                default -> throw new AssertionError("no refusal", e.getCause());
            };
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
