// Triangles of plane polygons with holes.
#pragma once

#include <array>
#include <gp_XY.hxx>
#include <optional>
#include <vector>

namespace cadwright {

using Corners = std::array<int, 3>;

// Cuts ears off, every point of every loop being a corner. The first loop is the outline and runs counter-clockwise, the
// others are holes and run clockwise; loops name points. Empty where the loops cross, touch or lie on one line: a result
// covers the polygon exactly, by triangles that have an area.
std::optional<std::vector<Corners>> cutEars(const std::vector<gp_XY>& points, std::vector<std::vector<int>> loops);

// The triangles between two rows of points, each at one height and in order: the loop runs along the lower row to greater
// x and back along the upper one. Empty for any other loop.
std::optional<std::vector<Corners>> strip(const std::vector<gp_XY>& points, const std::vector<int>& loop);

// Twice the signed area inside a loop.
double doubledArea(const std::vector<gp_XY>& points, const std::vector<int>& loop);

}  // namespace cadwright
