// Solids from faces, and movements of shapes.
#pragma once

#include <TopoDS_Shape.hxx>
#include <array>
#include <gp_Ax3.hxx>
#include <gp_Trsf.hxx>

#include "cbor.hpp"

namespace cadwright {

// origin, x axis, normal
gp_Ax3 planeFrom(const std::array<double, 9>& numbers);

// A profile (see makeFace) swept along its plane's normal, from one distance to a larger one.
TopoDS_Shape prism(const cbor::Array& loops, const gp_Ax3& plane, double from, double to);

// A copy, moved by a row-major 3×4 matrix that turns, mirrors, scales evenly and shifts.
TopoDS_Shape transform(const TopoDS_Shape& shape, const std::array<double, 12>& matrix);
TopoDS_Shape transform(const TopoDS_Shape& shape, const gp_Trsf& movement);

// A copy with the centre of its bounding box at the origin and the longest side of the given length.
TopoDS_Shape normalise(const TopoDS_Shape& shape, double longestSide);

}  // namespace cadwright
