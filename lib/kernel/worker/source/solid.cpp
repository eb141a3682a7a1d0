#include "solid.hpp"

#include <BRepBuilderAPI_Transform.hxx>
#include <BRepPrimAPI_MakePrism.hxx>
#include <Precision.hxx>
#include <algorithm>
#include <cmath>
#include <gp_Vec.hxx>

#include "curves.hpp"
#include "failure.hpp"
#include "properties.hpp"

namespace cadwright {
namespace {

gp_Dir direction(double x, double y, double z) {
    const gp_Vec vector(x, y, z);
    if (vector.Magnitude() < Precision::Confusion()) {
        fail(Category::Runtime, "plane.direction", "an axis of a plane has no direction");
    }
    return {vector};
}

void requireReach(double length) {
    if (!(length <= kLargest)) {
        fail(Category::Runtime, "number.range", "a plane or an extrusion reaches beyond a million units");
    }
}

}  // namespace

gp_Ax3 planeFrom(const std::array<double, 9>& n) {
    requireReach(std::max({std::abs(n[0]), std::abs(n[1]), std::abs(n[2])}));
    const gp_Dir xAxis = direction(n[3], n[4], n[5]), normal = direction(n[6], n[7], n[8]);
    if (normal.IsParallel(xAxis, Precision::Angular())) {
        fail(Category::Runtime, "plane.direction", "the x axis and the normal of a plane are parallel");
    }
    return {gp_Pnt(n[0], n[1], n[2]), normal, xAxis};
}

TopoDS_Shape prism(const TopoDS_Face& face, const gp_Dir& along, double height) {
    if (!(height >= Precision::Confusion())) {
        fail(Category::Runtime, "extent.zero", "an extrusion has no height");
    }
    requireReach(height);
    return BRepPrimAPI_MakePrism(face, gp_Vec(along) * height).Shape();
}

TopoDS_Shape transform(const TopoDS_Shape& shape, const gp_Trsf& movement) {
    return BRepBuilderAPI_Transform(shape, movement, true).Shape();
}

TopoDS_Shape transform(const TopoDS_Shape& shape, const std::array<double, 12>& m) {
    gp_Trsf movement;
    movement.SetValues(m[0], m[1], m[2], m[3], m[4], m[5], m[6], m[7], m[8], m[9], m[10], m[11]);
    return transform(shape, movement);
}

TopoDS_Shape normalise(const TopoDS_Shape& shape, double longestSide) {
    const Box box = boundsOf(shape);
    const double side = box.longestSide();
    if (!(side >= Precision::Confusion())) {
        fail(Category::NoResult, "shape.flat", "a shape without extent cannot be scaled");
    }
    gp_Trsf shift, scale;
    shift.SetTranslation(gp_Vec(box.centre(), gp::Origin()));
    scale.SetScale(gp::Origin(), longestSide / side);
    return transform(shape, scale * shift);
}

}  // namespace cadwright
