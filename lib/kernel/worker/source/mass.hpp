// Length, area or volume with their centres.
#pragma once

#include <GProp_GProps.hxx>
#include <TopoDS_Shape.hxx>

namespace cadwright {

GProp_GProps lengthOfEdges(const TopoDS_Shape& shape);
GProp_GProps areaOfFaces(const TopoDS_Shape& shape);
GProp_GProps volumeOfSolids(const TopoDS_Shape& shape);

// As the kind of the shape has it: a compound is what its first member is.
GProp_GProps massOf(const TopoDS_Shape& shape);

}  // namespace cadwright
