// Solids from faces, and movements of shapes.
#pragma once

#include <TopoDS_Face.hxx>
#include <array>
#include <gp_Ax3.hxx>
#include <gp_Trsf.hxx>

namespace cadwright {

// origin, x axis, normal
gp_Ax3 planeFrom(const std::array<double, 9>& numbers);

// A face swept along a direction by a positive height.
TopoDS_Shape prism(const TopoDS_Face& face, const gp_Dir& direction, double height);

// A copy, moved by a row-major 3×4 matrix that turns, mirrors, scales evenly and shifts.
TopoDS_Shape transform(const TopoDS_Shape& shape, const std::array<double, 12>& matrix);
TopoDS_Shape transform(const TopoDS_Shape& shape, const gp_Trsf& movement);

// A copy with the centre of its bounding box at the origin and the longest side of the given length.
TopoDS_Shape normalise(const TopoDS_Shape& shape, double longestSide);

}  // namespace cadwright
