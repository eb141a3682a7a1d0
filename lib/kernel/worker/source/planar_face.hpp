// Plane faces from wires.
#pragma once

#include <TopoDS_Shape.hxx>
#include <TopoDS_Wire.hxx>
#include <vector>

namespace cadwright {

// The face inside the outer wire and outside of the others: the wires lie in one plane and are closed where there are
// holes. The result may be several faces, where wires of the list are islands.
TopoDS_Shape planarFace(const TopoDS_Wire& outer, const std::vector<TopoDS_Shape>& holes);

}  // namespace cadwright
