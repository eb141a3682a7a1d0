package dev.cadwright.cli.local;

import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.geometry.format.Body;
import dev.cadwright.geometry.format.Glb;
import dev.cadwright.geometry.format.Obj;
import dev.cadwright.geometry.format.Stl;
import dev.cadwright.geometry.format.ThreeMf;
import dev.cadwright.kernel.Deflection;
import dev.cadwright.kernel.Execution;
import dev.cadwright.kernel.Request;
import dev.cadwright.kernel.program.ProgramExecution;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The forms in which {@code run} writes what came out. */
enum ExportFormat {
    STEP("step", "step"),
    STL("stl", "stl"),
    STL_TEXT("stl-text", "stl"),
    THREE_MF("3mf", "3mf"),
    GLB("glb", "glb"),
    OBJ("obj", "obj");

    private final String label;
    private final String ending;

    ExportFormat(String label, String ending) {
        this.label = label;
        this.ending = ending;
    }

    /** @throws CommandFailure for a name that is none, and where two would be one file */
    static Set<ExportFormat> named(List<String> names) {
        EnumSet<ExportFormat> formats = EnumSet.noneOf(ExportFormat.class);
        for (String name : names) {
            formats.add(Arrays.stream(values())
                    .filter(format -> format.label.equals(name.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> CommandFailure.usage("--export knows " + labels() + ", not " + name + ".")));
        }
        if (formats.contains(STL) && formats.contains(STL_TEXT)) {
            throw CommandFailure.usage("--export writes STL either as stl or as stl-text, not both.");
        }
        return formats;
    }

    private static String labels() {
        return Arrays.stream(values()).map(format -> format.label).collect(Collectors.joining(", "));
    }

    /** The request that also asks for what these forms need. */
    static Request request(Set<ExportFormat> formats, Request request) {
        Request all = formats.contains(STEP) ? request.withStep() : request;
        if (formats.contains(STL) || formats.contains(STL_TEXT) || formats.contains(OBJ)) {
            all = all.withMesh(Deflection.STANDARD);
        }
        boolean apart = formats.contains(THREE_MF) || formats.contains(GLB);
        return apart ? all.withBodies(Deflection.STANDARD) : all;
    }

    /** The ending of files' names, without a dot. */
    String ending() {
        return ending;
    }

    /** The bytes of a file; empty where there is nothing of that form. */
    Optional<byte[]> content(ProgramExecution execution) {
        return switch (this) {
            case STEP ->
                execution instanceof ProgramExecution.Exact(Execution.Solid solid) ? solid.step() : Optional.empty();
            case STL -> execution.mesh().map(Stl::encode);
            case STL_TEXT -> execution.mesh().map(Stl::encodeText);
            case OBJ -> execution.mesh().map(Obj::encode);
            case THREE_MF -> bodies(execution).map(ThreeMf::encode);
            case GLB -> bodies(execution).map(Glb::encode);
        };
    }

    /** Meshes of OpenSCAD programs are one body. */
    private static Optional<List<Body>> bodies(ProgramExecution execution) {
        if (execution instanceof ProgramExecution.Exact(Execution.Solid solid)) {
            return Optional.of(solid.bodies());
        }
        return execution.mesh().map(mesh -> List.of(Body.of(mesh)));
    }
}
