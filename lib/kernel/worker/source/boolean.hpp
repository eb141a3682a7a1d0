// Set operations on solids by OCCT's general fuse. Shapes without solids are empty sets.
#pragma once

#include <TopoDS_Shape.hxx>
#include <vector>

namespace cadwright {

using Shapes = std::vector<TopoDS_Shape>;

// The union of one shape or more: in a single operation, or one after the other where that fails.
TopoDS_Shape fuse(const Shapes& shapes);

// What the tools leave of a body. The result may hold no solid.
TopoDS_Shape cut(const TopoDS_Shape& body, const Shapes& tools);

// What two shapes share. The result may hold no solid.
TopoDS_Shape common(const TopoDS_Shape& first, const TopoDS_Shape& second);

// The common and the union of two shapes, from one intersection of their boundaries; the shapes are left as they are.
struct Intersection {
    TopoDS_Shape common, fused;
};
Intersection intersect(const TopoDS_Shape& first, const TopoDS_Shape& second);

}  // namespace cadwright
