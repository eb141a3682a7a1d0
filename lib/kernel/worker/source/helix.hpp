// A curve that winds around an axis.
#pragma once

#include <TopoDS_Wire.hxx>
#include <gp_Ax3.hxx>

namespace cadwright {

struct Helix {
    double pitch, height, radius;
    double taper;  // half the angle of the cone that it winds on, in radians; 0 for a cylinder
    bool leftHanded;
};

TopoDS_Wire helixWire(const Helix& helix, const gp_Ax3& frame);

}  // namespace cadwright
