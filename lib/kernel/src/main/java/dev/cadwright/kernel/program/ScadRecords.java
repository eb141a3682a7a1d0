package dev.cadwright.kernel.program;

import dev.cadwright.geometry.Vector3;
import dev.cadwright.kernel.Budget;
import dev.cadwright.kernel.openscad.Contours;
import dev.cadwright.kernel.openscad.MeshMeasures;
import dev.cadwright.kernel.openscad.ScadExecution;
import dev.cadwright.kernel.openscad.ScadFault;
import dev.cadwright.kernel.program.ExecutionRecord.Problem;
import java.util.List;

/** What is told of an OpenSCAD program: meshes have no faces to count, and drawings have an area alone. */
final class ScadRecords {
    private ScadRecords() {}

    static ExecutionRecord of(String name, String language, ScadExecution execution) {
        return switch (execution) {
            case ScadExecution.Solid solid -> solid(name, language, solid);
            case ScadExecution.Drawing drawing -> drawing(name, language, drawing);
            case ScadExecution.Rejected rejected -> failed(name, language, rejected, rejected.fault());
            case ScadExecution.NoResult nothing -> failed(name, language, nothing, nothing.fault());
            case ScadExecution.Exhausted exhausted -> failed(name, language, exhausted, exhausted.fault());
            case ScadExecution.TimedOut late -> failed(name, language, late, late(late.budget()));
            case ScadExecution.Crashed crashed ->
                failed(name, language, crashed, new ScadFault("crash", crashed.cause(), 0));
        };
    }

    private static ScadFault late(Budget budget) {
        return new ScadFault("timeout", "no answer within " + budget.time().toMillis() + " ms", 0);
    }

    private static ExecutionRecord failed(String name, String language, ScadExecution execution, ScadFault fault) {
        Problem problem = new Problem(fault.code(), fault.message(), fault.line(), fault.line() == 0 ? 0 : 1);
        return ExecutionRecord.without(name, language, execution.category(), problem, execution.elapsed());
    }

    private static ExecutionRecord solid(String name, String language, ScadExecution.Solid solid) {
        MeshMeasures measures = solid.measures();
        Vector3 low = measures.bounds().min();
        Vector3 high = measures.bounds().max();
        return new ExecutionRecord(
                name,
                language,
                solid.category().label(),
                null,
                ExecutionRecord.seconds(solid.elapsed()),
                measures.volume(),
                measures.area(),
                centre(measures),
                List.of(low.x(), low.y(), low.z(), high.x(), high.y(), high.z()),
                null,
                null,
                null,
                null,
                measures.mesh().vertexCount(),
                measures.watertight(),
                null,
                null,
                measures.triangles(),
                measures.components(),
                solid.output().echo(),
                solid.output().warnings());
    }

    private static List<Double> centre(MeshMeasures measures) {
        if (!measures.watertight() || measures.volume() == 0) {
            return null;
        }
        Vector3 centre = measures.mesh().centreOfMass();
        return List.of(centre.x(), centre.y(), centre.z());
    }

    private static ExecutionRecord drawing(String name, String language, ScadExecution.Drawing drawing) {
        Contours contours = drawing.contours();
        double[] box = contours.bounds();
        return new ExecutionRecord(
                name,
                language,
                drawing.category().label(),
                null,
                ExecutionRecord.seconds(drawing.elapsed()),
                0.0,
                contours.area(),
                null,
                List.of(box[0], box[1], 0.0, box[2], box[3], 0.0),
                null,
                null,
                null,
                null,
                contours.pointCount(),
                null,
                null,
                null,
                null,
                null,
                drawing.output().echo(),
                drawing.output().warnings());
    }
}
