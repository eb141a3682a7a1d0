// Faces from the loops of a sketch.
#pragma once

#include <TopoDS_Face.hxx>
#include <gp_Ax3.hxx>

#include "cbor.hpp"

namespace cadwright {

// loops: the outer one, then the holes. A loop is an array of curves, head to tail, each an array of numbers in the
// plane's coordinates: [0, start x y, end x y] a line, [1, start x y, middle x y, end x y] an arc,
// [2, centre x y, radius] a circle, which is a loop by itself. Loops may run either way.
TopoDS_Face makeFace(const cbor::Array& loops, const gp_Ax3& plane);

}  // namespace cadwright
