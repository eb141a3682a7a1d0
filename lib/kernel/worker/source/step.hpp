// STEP (ISO 10303-21) and OCCT's binary B-rep, in memory.
#pragma once

#include <TopoDS_Shape.hxx>
#include <array>
#include <optional>
#include <string>
#include <vector>

namespace cadwright {

// All transferable roots as one shape, in millimetres; repaired where it is to be healed and is not valid. Fails as syntax
// where the text is not STEP, with no result where it holds no shape.
TopoDS_Shape readStep(const std::string& text, bool heal);

struct StepFormat {
    bool ap242 = false;  // else AP214
    std::string unit = "MM";
    std::string name;  // of the first product, and in those of the others; "shape" where empty
};

// The header names no time and no author: the same shape gives the same text.
std::string writeStep(const TopoDS_Shape& shape, const StepFormat& format);

// A body of an assembly.
struct StepPart {
    TopoDS_Shape solid;
    std::string name;
    std::optional<std::array<double, 3>> colour;  // red, green, blue between 0 and 1, as a screen has them
};

// An assembly of placed bodies, each a product with its name, and its colour where it has one.
std::string writeStep(const std::vector<StepPart>& parts, const StepFormat& format);

TopoDS_Shape readBrep(const std::string& bytes);
std::string writeBrep(const TopoDS_Shape& shape);

}  // namespace cadwright
