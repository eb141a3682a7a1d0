// Triangulates plane faces and plain cylinders faster than OCCT's own way, with the same points on the edges.
#pragma once

#include <IMeshTools_Context.hxx>

namespace cadwright {

// OCCT's mesh of edges and curved faces, with plane faces cut into ears and cylinders into strips where that
// is possible.
Handle(IMeshTools_Context) meshContext();

}  // namespace cadwright
