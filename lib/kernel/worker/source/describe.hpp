// What a shape is like, in a few numbers.
#pragma once

#include <TopTools_IndexedMapOfShape.hxx>
#include <TopoDS_Shape.hxx>

#include "cbor.hpp"

namespace cadwright {

// Writes kind, identity, geometry, centre, size, closed, forward, direction, radius, start, end. The identity is the
// index in the map, to which the shape is added.
void describe(const TopoDS_Shape& shape, TopTools_IndexedMapOfShape& identities, cbor::Writer& result);

}  // namespace cadwright
