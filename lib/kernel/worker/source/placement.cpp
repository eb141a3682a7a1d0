// Moved, mirrored, scaled and stretched shapes.
#include <BRepBuilderAPI_GTransform.hxx>
#include <BRepBuilderAPI_Transform.hxx>
#include <Precision.hxx>
#include <TopLoc_Location.hxx>
#include <algorithm>
#include <cmath>
#include <gp_GTrsf.hxx>
#include <gp_Trsf.hxx>

#include "failure.hpp"
#include "operands.hpp"

namespace cadwright {
namespace {

using Matrix = std::array<double, 12>;

gp_Mat linearOf(const Matrix& m) { return {m[0], m[1], m[2], m[4], m[5], m[6], m[8], m[9], m[10]}; }

Matrix matrixOf(const Arguments& a) {
    const Matrix m = a.numbers<12>("matrix");
    const double volume = linearOf(m).Determinant();
    if (!(std::abs(volume) > 1e-30) || !std::ranges::all_of(m, [](double n) { return std::abs(n) <= 1e8; })) {
        fail(Category::Runtime, "transform.degenerate", "a transformation flattens the shape or moves it too far");
    }
    return m;
}

bool isUnit(const Matrix& m) {
    const Matrix unit = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0};
    return m == unit;
}

gp_Trsf similarity(const Matrix& m) {
    gp_Trsf movement;
    movement.SetValues(m[0], m[1], m[2], m[3], m[4], m[5], m[6], m[7], m[8], m[9], m[10], m[11]);
    return movement;
}

// A shift stays exact: the general way divides by the cube root of the determinant.
gp_Trsf movementOf(const Matrix& m) {
    const bool shift = m[0] == 1 && m[5] == 1 && m[10] == 1 && linearOf(m).Value(1, 2) == 0 && m[2] == 0 && m[4] == 0 &&
                       m[6] == 0 && m[8] == 0 && m[9] == 0;
    if (!shift) {
        return similarity(m);
    }
    gp_Trsf movement;
    movement.SetTranslation(gp_Vec(m[3], m[7], m[11]));
    return movement;
}

void doPlace(const Arguments& a, Session& s) {
    const Matrix m = matrixOf(a);
    const TopoDS_Shape& shape = shapeOf(a, s);
    into(a, s, isUnit(m) ? shape : shape.Moved(TopLoc_Location(movementOf(m))));
}

void doTransformCopy(const Arguments& a, Session& s) {
    into(a, s, BRepBuilderAPI_Transform(shapeOf(a, s), movementOf(matrixOf(a)), true).Shape());
}

void doStretch(const Arguments& a, Session& s) {
    const Matrix m = matrixOf(a);
    const gp_GTrsf stretching(linearOf(m), gp_XYZ(m[3], m[7], m[11]));
    into(a, s, BRepBuilderAPI_GTransform(shapeOf(a, s), stretching, true).Shape());
}

void doReverse(const Arguments& a, Session& s) { into(a, s, shapeOf(a, s).Reversed()); }

}  // namespace

void addPlacementOperations(OperationTable& table) {
    table.insert({{"place", doPlace}, {"transform_copy", doTransformCopy}, {"stretch", doStretch}, {"reverse", doReverse}});
}

}  // namespace cadwright
