package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.Conversions;
import dev.cadwright.cad.python.value.FloatValue;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.geometry.Transform;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code cadquery.Matrix}: an affine map that a program turns in place. */
final class MatrixValue implements HostObject {
    static final HostType TYPE = HostType.named("Matrix", MatrixValue.class)
            .constructor("matrix=None", MatrixValue::make)
            .method("rotateX", "angle", (self, call) -> self.turn(Vector3.X, call.finite("angle")))
            .method("rotateY", "angle", (self, call) -> self.turn(Vector3.Y, call.finite("angle")))
            .method("rotateZ", "angle", (self, call) -> self.turn(Vector3.Z, call.finite("angle")))
            .method("inverse", "", (self, call) -> new MatrixValue(Placement.inverse(self.map)))
            .method("multiply", "other", (self, call) -> self.times(call.value("other")))
            .method("transposed_list", "", (self, call) -> self.transposed())
            .unsupported("wrapped", "there is no kernel object behind a matrix")
            .build();

    private Transform map;

    MatrixValue(Transform map) {
        this.map = map;
    }

    Transform map() {
        return map;
    }

    @Override
    public HostType type() {
        return TYPE;
    }

    private static Value make(Arguments call) {
        if (call.isNone("matrix")) {
            return new MatrixValue(Transform.IDENTITY);
        }
        List<double[]> rows = call.points("matrix");
        if ((rows.size() != 3 && rows.size() != 4) || rows.stream().anyMatch(row -> row.length != 4)) {
            throw PythonError.typeError("Matrix constructor requires 2d list of 4x3 or 4x4");
        }
        if (rows.stream().flatMapToDouble(Arrays::stream).anyMatch(number -> !Double.isFinite(number))) {
            throw call.wrongValue("matrix", "of finite numbers");
        }
        if (rows.size() == 4 && !Arrays.equals(rows.get(3), new double[] {0, 0, 0, 1})) {
            throw PythonError.valueError("Expected the last row to be [0,0,0,1]");
        }
        return new MatrixValue(new Transform(column(rows, 0), column(rows, 1), column(rows, 2), column(rows, 3)));
    }

    private static Vector3 column(List<double[]> rows, int index) {
        return new Vector3(rows.get(0)[index], rows.get(1)[index], rows.get(2)[index]);
    }

    private Value turn(Vector3 axis, double radians) {
        map = Transform.rotation(axis, radians).then(map);
        return NoneValue.NONE;
    }

    private Value times(Value other) {
        return switch (other) {
            case VectorValue vector -> new VectorValue(map.apply(vector.value()));
            case MatrixValue matrix -> new MatrixValue(matrix.map.then(map));
            default -> throw PythonError.typeError("a matrix is multiplied by a Vector or a Matrix");
        };
    }

    private double at(int row, int column) {
        if (row == 3) {
            return column == 3 ? 1 : 0;
        }
        Vector3 values =
                switch (column) {
                    case 0 -> map.x();
                    case 1 -> map.y();
                    case 2 -> map.z();
                    default -> map.translation();
                };
        return row == 0 ? values.x() : row == 1 ? values.y() : values.z();
    }

    private Value transposed() {
        List<Value> numbers = new ArrayList<>();
        for (int column = 0; column < 4; column++) {
            for (int row = 0; row < 4; row++) {
                numbers.add(new FloatValue(at(row, column)));
            }
        }
        return new ListValue(numbers);
    }

    @Override
    public Optional<Value> index(Value key, Runtime runtime) {
        if (!(key instanceof TupleValue pair) || pair.size() != 2) {
            throw PythonError.indexError("Matrix subscript must provide (row, column)");
        }
        long row = Conversions.integer(pair.get(0), "row");
        long column = Conversions.integer(pair.get(1), "column");
        if (row < 0 || row > 3 || column < 0 || column > 3) {
            throw PythonError.indexError("Out of bounds access into 4x4 matrix");
        }
        return Optional.of(new FloatValue(at((int) row, (int) column)));
    }
}
