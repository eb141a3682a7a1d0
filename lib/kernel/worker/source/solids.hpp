// The solids within a shape.
#pragma once

#include <TopoDS_Shape.hxx>
#include <vector>

namespace cadwright {

// Each unique solid once, in the order in which a walk meets them.
std::vector<TopoDS_Shape> uniqueSolids(const TopoDS_Shape& shape);

TopoDS_Shape compoundOf(const std::vector<TopoDS_Shape>& shapes);

double volumeOf(const TopoDS_Shape& shape);

}  // namespace cadwright
