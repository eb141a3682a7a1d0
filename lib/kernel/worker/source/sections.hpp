// Sections of a skin, made to fit each other.
#pragma once

#include <TopoDS_Shape.hxx>

#include <vector>

namespace cadwright {

// Wires with as many edges each, that begin at matching corners, from wires and vertices (at the ends only). As OCCT
// from 7.8 on does it: corners of neighbours match within a tenth, not a hundredth, of the length, and the place where
// a section begins is looked for from the one before, not from the first.
std::vector<TopoDS_Shape> compatibleSections(const std::vector<TopoDS_Shape>& sections);

}  // namespace cadwright
