// Set operations on shapes of any kind.
#pragma once

#include <TopoDS_Shape.hxx>
#include <vector>

namespace cadwright {

// All of the shapes: the first against the others.
TopoDS_Shape united(const std::vector<TopoDS_Shape>& shapes);

}  // namespace cadwright
