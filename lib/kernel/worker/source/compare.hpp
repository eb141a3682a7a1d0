// What two shapes have in common.
#pragma once

#include <TopoDS_Shape.hxx>

#include "cbor.hpp"

namespace cadwright {

struct Comparing {
    bool rotations;   // also the best of the 24 axis rotations of the first shape about its bounding box centre
    bool components;  // also the common volume of each pair of solids
};

void compare(const TopoDS_Shape& first, const TopoDS_Shape& second, const Comparing& what, cbor::Writer& result);

}  // namespace cadwright
