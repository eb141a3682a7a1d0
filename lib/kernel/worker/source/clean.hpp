// Joins neighbouring faces and edges that lie on the same surface or curve.
#pragma once

#include <TopoDS_Shape.hxx>

namespace cadwright {

// The same point set with fewer faces and edges. The shape itself where nothing can be joined, or where joining would
// spoil it.
TopoDS_Shape clean(const TopoDS_Shape& shape);

// Neighbouring faces and edges on the same surface or curve as one, B-splines joined too, whatever it does to the shape.
TopoDS_Shape unifyDomains(const TopoDS_Shape& shape);

}  // namespace cadwright
