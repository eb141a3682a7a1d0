// Curves of a sketch, in the coordinates of its plane.
#pragma once

#include <gp_XY.hxx>
#include <variant>
#include <vector>

#include "cbor.hpp"

namespace cadwright {

// The kernel tells points apart that are 1e-7 apart; lengths beyond this leave it too few digits to be sure of its work.
constexpr double kLargest = 1e6;

struct Segment {
    gp_XY start, end;
};

// Counter-clockwise where the sweep is positive.
struct ArcOfCircle {
    gp_XY start, end, centre;
    double radius, sweep;
};

struct FullCircle {
    gp_XY centre;
    double radius;
};

using Curve2 = std::variant<Segment, ArcOfCircle, FullCircle>;

// Reads a loop and closes it exactly: each curve starts where the one before ends. Curves without length are left out.
// Fails where the gap between two ends is more than a rounding error.
std::vector<Curve2> readLoop(const cbor::Value& loop);

// Positive where the loop runs counter-clockwise.
double signedArea(const std::vector<Curve2>& loop);

// Whether all of the loop lies on one line. (A loop that crosses itself may have no signed area, yet is not flat.)
bool isFlat(const std::vector<Curve2>& loop);

// Whether a curve runs back over the one before it. The kernel takes such a wire for valid, and its mesh has open edges.
bool retraces(const std::vector<Curve2>& loop);

}  // namespace cadwright
