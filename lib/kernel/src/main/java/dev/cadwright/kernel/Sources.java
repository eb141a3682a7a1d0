package dev.cadwright.kernel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Instructions that build a source. */
final class Sources {
    private Sources() {}

    /** All that a request about a source asks of a worker. */
    static List<Instruction> instructions(Source source, Request request) {
        List<Instruction> instructions = new ArrayList<>();
        int shape = build(source, request.longestSide(), 1, instructions);
        instructions.addAll(queries(shape, List.of(), request));
        return instructions;
    }

    /** Appends the instructions and returns the handle of the built, perhaps normalised, shape. */
    static int build(Source source, OptionalDouble longestSide, int firstHandle, List<Instruction> instructions) {
        int handle =
                switch (source) {
                    case Source.Program(var construction) ->
                        ConstructionCompiler.compile(construction, firstHandle, instructions);
                    case Source.Step(byte[] text, boolean heal) -> {
                        instructions.add(Instruction.readStep(firstHandle, text, heal));
                        yield firstHandle;
                    }
                    case Source.Brep(byte[] bytes) -> {
                        instructions.add(Instruction.readBrep(firstHandle, bytes));
                        yield firstHandle;
                    }
                };
        longestSide.ifPresent(side -> instructions.add(Instruction.normalise(handle, side)));
        return handle;
    }

    /**
     * What a request asks about a built shape, in the order in which {@link ExecutionReader} reads the answers.
     *
     * @param parts of an assembly, that the shape is the whole of; none for any other shape
     */
    static List<Instruction> queries(int shape, List<Part> parts, Request request) {
        List<Instruction> queries = new ArrayList<>();
        queries.add(Instruction.measure(shape));
        request.mesh()
                .ifPresent(deflection ->
                        queries.add(Instruction.mesh(shape, deflection).optional()));
        if (request.step()) {
            Instruction write = parts.isEmpty()
                    ? Instruction.writeStep(shape, request.stepFormat())
                    : Instruction.writeAssembly(parts, request.stepFormat());
            queries.add(write.optional());
        }
        if (request.brep()) {
            queries.add(Instruction.writeBrep(shape).optional());
        }
        List<Integer> shapes = parts.isEmpty()
                ? List.of(shape)
                : parts.stream().map(Part::handle).toList();
        request.bodies()
                .ifPresent(deflection ->
                        queries.add(Instruction.bodies(shapes, deflection).optional()));
        return queries;
    }

    /** Whether there is nothing to build. */
    static boolean isEmpty(Source source) {
        return source instanceof Source.Program(var construction)
                && construction.features().isEmpty();
    }

    /** Of a crash, what was wrong with the file that a worker died of, if its structure shows it. */
    static Execution explained(Source source, Execution execution) {
        return source instanceof Source.Step(byte[] text, var _) && execution instanceof Execution.Crashed crash
                ? StepDefects.find(text)
                        .<Execution>map(
                                fault -> new Execution.Rejected(Execution.Rejection.SYNTAX, fault, crash.elapsed()))
                        .orElse(crash)
                : execution;
    }

    static Execution nothing() {
        Fault fault = new Fault("construction.empty", "the construction has no feature", OptionalInt.empty());
        return new Execution.NoResult(fault, Duration.ZERO);
    }
}
