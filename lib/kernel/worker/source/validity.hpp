// OCCT's check of topology and geometry.
#pragma once

#include <TopoDS_Shape.hxx>
#include <set>
#include <string>

namespace cadwright {

// Each kind of defect once, in plain words; empty for a valid shape.
std::set<std::string> defectsOf(const TopoDS_Shape& shape);

// The defects of a shape and those already known of what it was made of.
std::set<std::string> allDefects(const TopoDS_Shape& shape, const std::set<std::string>& known);

}  // namespace cadwright
