// The shapes that a shape holds.
#pragma once

#include <TopTools_IndexedMapOfShape.hxx>
#include <TopoDS_Shape.hxx>
#include <vector>

namespace cadwright {

// The unique shapes of a kind, in the order in which a walk meets them; without edges that are a single point.
TopTools_IndexedMapOfShape partsOf(const TopoDS_Shape& shape, TopAbs_ShapeEnum kind);

std::vector<TopoDS_Shape> listed(const TopTools_IndexedMapOfShape& map);

// The direct members in order; those of a wire in the order in which they follow each other.
std::vector<TopoDS_Shape> membersOf(const TopoDS_Shape& shape);

}  // namespace cadwright
