// OCCT's check of topology and geometry.
#pragma once

#include <TopoDS_Shape.hxx>
#include <string>
#include <vector>

namespace cadwright {

// Each kind of defect once, in plain words; empty for a valid shape.
std::vector<std::string> defectsOf(const TopoDS_Shape& shape);

}  // namespace cadwright
