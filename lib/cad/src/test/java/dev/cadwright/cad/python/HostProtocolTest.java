package dev.cadwright.cad.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadwright.cad.python.interpret.Budget;
import dev.cadwright.cad.python.interpret.Host;
import dev.cadwright.cad.python.interpret.Outcome;
import dev.cadwright.cad.python.syntax.BinaryOperator;
import dev.cadwright.cad.python.value.Conversions;
import dev.cadwright.cad.python.value.FloatValue;
import dev.cadwright.cad.python.value.HostFunction;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.ModuleValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.Numbers;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.Signature;
import dev.cadwright.cad.python.value.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An API as a host would bring it: vectors, a recorder, and functions that call back. */
class HostProtocolTest {
    private record Vector(double x, double y) implements HostObject {
        static final HostType TYPE = HostType.named("Vector", Vector.class)
                .constructor("x=0, y=0", call -> new Vector(call.number("x"), call.number("y")))
                .property("x", self -> new FloatValue(self.x()))
                .method("scaled", "factor, *, around=None", (self, call) -> {
                    double factor = call.number("factor");
                    return new Vector(self.x() * factor, self.y() * factor);
                })
                .method(
                        "mapped",
                        "function",
                        (self, call) -> new Vector(
                                Conversions.number(
                                        call.runtime().call(call.value("function"), List.of(new FloatValue(self.x()))),
                                        "x"),
                                self.y()))
                .method("cutThruAll", "taper=None", (self, call) -> self)
                .staticMethod("unit", "axis=\"x\"", call -> new Vector(1, 0))
                .constant("ORIGIN", NoneValue.NONE)
                .unsupported("toSvg", "there is no drawing")
                .build();

        @Override
        public HostType type() {
            return TYPE;
        }

        @Override
        public Optional<Value> binary(BinaryOperator operator, Value other, boolean reflected, Runtime runtime) {
            if (operator == BinaryOperator.ADD && other instanceof Vector(double otherX, double otherY)) {
                return Optional.of(new Vector(x + otherX, y + otherY));
            }
            return operator == BinaryOperator.MULTIPLY && Numbers.isNumber(other)
                    ? Optional.of(new Vector(x * Conversions.number(other, ""), y * Conversions.number(other, "")))
                    : Optional.empty();
        }

        @Override
        public Optional<Iterator<Value>> iterate(Runtime runtime) {
            return Optional.of(
                    List.<Value>of(new FloatValue(x), new FloatValue(y)).iterator());
        }

        @Override
        public Optional<Value> enter(Runtime runtime) {
            return Optional.of(this);
        }

        @Override
        public String repr(Runtime runtime) {
            return "Vector(" + x + ", " + y + ")";
        }
    }

    private static final class Recorder {
        private final List<String> shown = new ArrayList<>();
    }

    private static final Host HOST = Host.of(
            Map.of("show", HostFunction.of("show", "*objects, name=None", call -> {
                Recorder recorder = call.runtime().state(Recorder.class, Recorder::new);
                call.rest("objects")
                        .forEach(object -> recorder.shown.add(call.runtime().repr(object)));
                call.runtime().print(recorder.shown + " at " + call.span().line() + "\n");
                return NoneValue.NONE;
            })),
            List.of(
                    new ModuleValue(
                            "vectors",
                            Map.of(
                                    "Vector", Vector.TYPE,
                                    "apply",
                                            HostFunction.of("apply", "function, times: int", call -> {
                                                ListValue results = new ListValue();
                                                for (long i = 0; i < call.integer("times"); i++) {
                                                    results.items()
                                                            .add(call.runtime()
                                                                    .call(call.at(0), List.of(IntValue.of(i))));
                                                }
                                                return results;
                                            }),
                                    "total",
                                            HostFunction.of(
                                                    "total",
                                                    "points",
                                                    call -> new FloatValue(call.points("points").stream()
                                                            .mapToDouble(point -> point[0])
                                                            .sum()))),
                            Map.of("exportSvg", "there are no files")),
                    new ModuleValue(
                            "vectors.tools",
                            Map.of(
                                    "twice",
                                    HostFunction.of("twice", "x", call -> new FloatValue(2 * call.number("x")))))));

    private static Outcome run(String text) {
        return Programs.run("import vectors as v\n" + text, HOST, Budget.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "print(v.Vector(1, y=2))¦Vector(1.0, 2.0)",
                "print(v.Vector(1, 2).scaled(3).x, v.Vector.unit(), v.Vector.scaled(v.Vector(1), 2))¦3.0 Vector(1.0,"
                        + " 0.0) Vector(2.0, 0.0)",
                "print(v.Vector(1) + v.Vector(2), v.Vector(1) * 2, 2 * v.Vector(1))¦Vector(3.0, 0.0) Vector(2.0, 0.0)"
                        + " Vector(2.0, 0.0)",
                "print(v.Vector(1) == v.Vector(1.0), v.Vector(1) != v.Vector(2), isinstance(v.Vector(), v.Vector),"
                        + " v.Vector(1) in [v.Vector(1)])¦True True True True",
                "x, y = v.Vector(3, 4); print(x, y, [*v.Vector(5)], type(v.Vector()).__name__)¦3.0 4.0 [5.0, 0.0]"
                        + " Vector",
                "print(v.apply(lambda i: i * i, 3), v.Vector(2).mapped(lambda x: x + 1).x)¦[0, 1, 4] 3.0",
                "print(v.total([(1, 2), [3.5], v.Vector(1)]), v.Vector.ORIGIN)¦5.5 None",
                "import vectors.tools; print(vectors.tools.twice(4))¦8.0",
                "from vectors.tools import twice as t; print(t(True))¦2.0",
                "from vectors import *; print(Vector(1))¦Vector(1.0, 0.0)",
                "with v.Vector(7) as w: print(w.x)¦7.0",
                "print(hasattr(v.Vector(), 'x'), hasattr(v.Vector(), 'z'), getattr(v.Vector(), 'z', 5))¦True False 5",
                "f = v.Vector(1).scaled; print(f(2), list(map(v.Vector, [1, 2])))¦Vector(2.0, 0.0) [Vector(1.0, 0.0),"
                        + " Vector(2.0, 0.0)]",
            })
    void programsUseWhatAHostBrings(String program, String printed) {
        assertThat(run(program)).isInstanceOf(Outcome.Finished.class);
        assertThat(run(program).printed()).isEqualTo(printed + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            value = {
                "v.Vector().scaled()¦TypeError¦Vector.scaled() missing 1 required positional argument: 'factor'¦``",
                "v.Vector().scaled(1, 2)¦TypeError¦Vector.scaled() takes 2 positional arguments but 3 were given¦``",
                "v.Vector().scaled(1, arround=2)¦TypeError¦Vector.scaled() got an unexpected keyword argument"
                        + " 'arround'¦did you mean `around`?",
                "v.Vector().scaled(1, factor=2)¦TypeError¦Vector.scaled() got multiple values for argument 'factor'¦``",
                "v.Vector(1, 2, 3)¦TypeError¦Vector() takes from 0 to 2 positional arguments but 3 were given¦``",
                "v.Vector('a')¦TypeError¦Vector() argument 'x' must be a number, not str¦``",
                "v.Vector().cutThruAl()¦AttributeError¦'Vector' object has no attribute 'cutThruAl'¦did you mean"
                        + " `cutThruAll`?",
                "v.Vector().cutthruall()¦AttributeError¦'Vector' object has no attribute 'cutthruall'¦did you mean"
                        + " `cutThruAll`?",
                "v.Vectr()¦AttributeError¦module 'vectors' has no attribute 'Vectr'¦did you mean `Vector`?",
                "from vectors import Vektor¦ImportError¦cannot import name 'Vektor' from 'vectors'¦did you mean"
                        + " `Vector`?",
                "v.Vector() - 1¦TypeError¦unsupported operand type(s) for -: 'Vector' and 'int'¦``",
                "v.Vector() < v.Vector()¦TypeError¦'<' not supported between instances of 'Vector' and 'Vector'¦``",
                "v.Vector()[0]¦TypeError¦'Vector' object is not subscriptable¦``",
                "v.Vector()()¦TypeError¦'Vector' object is not callable¦``",
                "len(v.Vector())¦TypeError¦object of type 'Vector' has no len()¦``",
                "v.Vector().x = 3¦AttributeError¦'Vector' object attribute 'x' is read-only¦``",
                "v.apply(lambda: 1, 1)¦TypeError¦<lambda>() takes 0 positional arguments but 1 was given¦``",
                "shw(1)¦NameError¦name 'shw' is not defined¦did you mean `show`?",
                "x = true¦NameError¦name 'true' is not defined¦did you mean `True`?",
            })
    void mistakesReadLikePythonsAndHelp(String program, String type, String message, String hint) {
        // When
        Outcome outcome = run(program);

        // Then
        assertThat(outcome).isInstanceOf(Outcome.Raised.class);
        Outcome.Raised raised = (Outcome.Raised) outcome;
        assertThat(raised.type()).isEqualTo(type);
        assertThat(raised.message()).isEqualTo(message);
        assertThat(raised.hint()).isEqualTo(hint == null ? "" : hint);
        assertThat(raised.span().line()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "v.Vector().toSvg()¦Vector.toSvg¦there is no drawing",
                "v.exportSvg()¦vectors.exportSvg¦there are no files",
                "class A(v.Vector): pass¦class A(<class 'Vector'>)¦a class inherits from classes of the program and"
                        + " from exceptions",
            })
    void whatIsKnownAndNotExecutedIsUnsupportedByName(String program, String construct, String reason) {
        // When
        Outcome outcome = run(program);

        // Then
        assertThat(outcome).isInstanceOf(Outcome.Unsupported.class);
        Outcome.Unsupported unsupported = (Outcome.Unsupported) outcome;
        assertThat(unsupported.construct()).isEqualTo(construct);
        assertThat(unsupported.reason()).isEqualTo(reason);
        assertThat(unsupported.span().line()).isEqualTo(2);
    }

    @Test
    void aCallKnowsItsPlaceAndARunKeepsItsOwnState() {
        // Given
        String program = "show(1)\n\nv.apply(\n  lambda i: show(i, name='n'), 1)";

        // Then
        assertThat(run(program).printed()).isEqualTo("[1] at 2\n[1, 0] at 5\n");
        assertThat(run(program).printed()).isEqualTo("[1] at 2\n[1, 0] at 5\n");
    }

    @Test
    void variablesComeInTheOrderOfTheirFirstAndOfTheirLastAssignment() {
        // When
        Outcome outcome =
                run("a = 1\nb = v.Vector(2)\nc = 3\ndef f():\n    global d, a\n    d = a = 5\nf()\ndel c\nb = 4");

        // Then
        assertThat(outcome).isInstanceOf(Outcome.Finished.class);
        var variables = ((Outcome.Finished) outcome).variables();
        assertThat(variables.values().keySet()).containsExactly("v", "a", "b", "f", "d");
        assertThat(variables.byLastAssignment()).containsExactly("v", "f", "d", "a", "b");
        assertThat(variables.values()).containsEntry("a", IntValue.of(5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "length, width, centered=True, *, tag=None",
                "*points, close=False",
                "x, /, **options",
                "a, b=-1.5, c=(1, 2.0), d=\"XY\", *e, f, **g",
                "p=(0, 0, 1), /, q=()",
            })
    void aSignatureIsWrittenAsItIsRead(String parameters) {
        assertThat(Signature.of(parameters)).hasToString(parameters);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "a=[]", "a=f()", "a,,b", "a) : pass\ndef g(b"})
    void aSignatureThatIsNoneIsAMistakeOfTheHost(String parameters) {
        assertThatThrownBy(() -> Signature.of(parameters))
                .isInstanceOfAny(IllegalArgumentException.class, IllegalStateException.class);
    }

    @Test
    void aTableSaysWhatItHolds() {
        assertThat(Vector.TYPE.members().keySet())
                .containsExactly("x", "scaled", "mapped", "cutThruAll", "unit", "ORIGIN", "toSvg");
        assertThat(Vector.TYPE.constructor().orElseThrow().signature()).hasToString("x=0, y=0");
    }

    @Test
    void aProgramCatchesWhatAHostRaisesAndNotWhatItRefuses() {
        // Given
        Host host = Host.of(
                Map.of("fail", HostFunction.of("fail", "", call -> {
                    throw PythonError.valueError("no wires");
                })),
                HOST.modules().values());
        String program = "import vectors\ntry: fail()\nexcept ValueError as e: print(e)\n"
                + "try: vectors.exportSvg()\nexcept BaseException: print('caught')";

        // When
        Outcome outcome = Programs.run(program, host, Budget.DEFAULT);

        // Then
        assertThat(outcome.printed()).isEqualTo("no wires\n");
        assertThat(outcome).isInstanceOf(Outcome.Unsupported.class);
    }
}
