package dev.cadwright.kernel;

import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Transform;
import dev.cadwright.geometry.Vector3;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * One operation for the worker, on shapes that handles name.
 *
 * @param fields the operation's name under {@code do} and its arguments, as {@link Cbor} writes them
 * @param feature the feature of the construction that it comes from
 */
record Instruction(Map<String, Object> fields, OptionalInt feature) {
    /** The handle of what a session measures; compilers count from 1. */
    static final int GATHERED = 0;

    static Instruction prism(int into, Frame plane, List<List<double[]>> profile, double from, double to) {
        return of("prism", Map.entry("into", into), Map.entry("plane", numbers(plane)))
                .with("profile", profile)
                .with("from", from)
                .with("to", to);
    }

    static Instruction fuse(int into, List<Integer> shapes) {
        return of("fuse", Map.entry("into", into), Map.entry("shapes", shapes));
    }

    static Instruction cut(int into, int body, List<Integer> tools) {
        return of("cut", Map.entry("into", into), Map.entry("of", body)).with("tools", tools);
    }

    static Instruction common(int into, int body, int tool) {
        return of("common", Map.entry("into", into), Map.entry("of", body)).with("with", tool);
    }

    static Instruction clean(int handle) {
        return of("clean", Map.entry("into", handle), Map.entry("of", handle));
    }

    static Instruction readStep(int into, byte[] text, boolean heal) {
        return of("read_step", Map.entry("into", into), Map.entry("text", text)).with("heal", heal);
    }

    static Instruction readBrep(int into, byte[] bytes) {
        return of("read_brep", Map.entry("into", into), Map.entry("bytes", bytes));
    }

    static Instruction normalise(int handle, double longestSide) {
        return of("normalise", Map.entry("into", handle), Map.entry("of", handle))
                .with("longestSide", longestSide);
    }

    /** The compound of the unique solids in shapes; where there are none, of the shapes. */
    static Instruction gather(int into, List<Integer> shapes) {
        return of("gather", Map.entry("into", into), Map.entry("shapes", shapes));
    }

    static Instruction unite(int into, List<Integer> shapes) {
        return making("unite", into).with("shapes", shapes).with("glue", false).with("tolerance", 0.0);
    }

    static Instruction unify(int into, int handle) {
        return making("unify", into).with("of", handle);
    }

    static Instruction check(int handle) {
        return of("check", Map.entry("of", handle));
    }

    static Instruction measure(int handle) {
        return of("measure", Map.entry("of", handle));
    }

    static Instruction mesh(int handle, Deflection deflection) {
        return of("mesh", Map.entry("of", handle), Map.entry("linear", deflection.linear()))
                .with("scale", label(deflection.scale()))
                .with("angular", deflection.angular());
    }

    /** Each body of the shapes on its own, with its edges. */
    static Instruction bodies(List<Integer> shapes, Deflection deflection) {
        return of("bodies", Map.entry("shapes", shapes), Map.entry("linear", deflection.linear()))
                .with("scale", label(deflection.scale()))
                .with("angular", deflection.angular());
    }

    static Instruction writeStep(int handle, StepFormat format) {
        return of("write_step", Map.entry("of", handle)).with(format);
    }

    static Instruction writeAssembly(List<Part> parts, StepFormat format) {
        return of(
                        "write_assembly",
                        Map.entry(
                                "parts", parts.stream().map(Instruction::fields).toList()))
                .with(format);
    }

    private static Map<String, Object> fields(Part part) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("of", part.handle());
        fields.put("name", part.name());
        part.colour()
                .ifPresent(colour -> fields.put("colour", new double[] {colour.red(), colour.green(), colour.blue()}));
        return fields;
    }

    private Instruction with(StepFormat format) {
        return this.with("ap242", format.schema() == StepFormat.Schema.AP242)
                .with("unit", format.unit().name())
                .with("name", format.name());
    }

    static Instruction writeBrep(int handle) {
        return of("write_brep", Map.entry("of", handle));
    }

    static Instruction compare(int first, int second, boolean rotations, boolean components) {
        return of("compare", Map.entry("first", first), Map.entry("second", second))
                .with("rotations", rotations)
                .with("components", components);
    }

    /** Makes a shape; arguments follow by {@link #with}. */
    static Instruction making(String name, int into) {
        return of(name, Map.entry("into", into));
    }

    /** Asks about a shape; arguments follow by {@link #with}. */
    static Instruction asking(String name, int handle) {
        return of(name, Map.entry("of", handle));
    }

    /** Misbehaviour on demand, see {@link KernelOptions#testOperations()}. */
    static Instruction test(String kind) {
        return of("test", Map.entry("kind", kind));
    }

    /** Whether it is the worker's operation of that name. */
    boolean is(String operation) {
        return operation.equals(fields.get("do"));
    }

    /** If this query fails, its result is the failure's code and message, and the request goes on. */
    Instruction optional() {
        return with("optional", true);
    }

    /** A face is the profile of what is made of it, which is invalid where the face is, however it ends up. */
    Instruction profile() {
        return with("profile", true);
    }

    /** Faces and curves will do where there is no solid. */
    Instruction loose() {
        return with("loose", true);
    }

    Instruction from(int number) {
        return new Instruction(fields, OptionalInt.of(number));
    }

    Instruction with(String name, Vector3 vector) {
        return with(name, numbers(vector));
    }

    Instruction with(String name, Frame frame) {
        return with(name, numbers(frame));
    }

    /** As a row-major 3×4 matrix. */
    Instruction with(String name, Transform transform) {
        Vector3 x = transform.x();
        Vector3 y = transform.y();
        Vector3 z = transform.z();
        Vector3 t = transform.translation();
        return with(
                name,
                new double[] {x.x(), y.x(), z.x(), t.x(), x.y(), y.y(), z.y(), t.y(), x.z(), y.z(), z.z(), t.z()});
    }

    /** x y z of each point in turn. */
    Instruction withPoints(String name, List<Vector3> points) {
        double[] numbers = new double[3 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            System.arraycopy(numbers(points.get(i)), 0, numbers, 3 * i, 3);
        }
        return with(name, numbers);
    }

    Instruction withNumbers(String name, List<Double> values) {
        return with(name, values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    Instruction with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return new Instruction(more, feature);
    }

    @SafeVarargs
    private static Instruction of(String name, Map.Entry<String, ?>... arguments) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("do", name);
        for (Map.Entry<String, ?> argument : arguments) {
            fields.put(argument.getKey(), argument.getValue());
        }
        return new Instruction(fields, OptionalInt.empty());
    }

    private static String label(Deflection.Scale scale) {
        return switch (scale) {
            case ABSOLUTE -> "absolute";
            case LONGEST_SIDE -> "longest_side";
            case EACH_EDGE -> "each_edge";
        };
    }

    private static double[] numbers(Vector3 vector) {
        return new double[] {vector.x(), vector.y(), vector.z()};
    }

    private static double[] numbers(Frame plane) {
        Vector3 o = plane.origin();
        Vector3 x = plane.xAxis();
        Vector3 n = plane.normal();
        return new double[] {o.x(), o.y(), o.z(), x.x(), x.y(), x.z(), n.x(), n.y(), n.z()};
    }
}
