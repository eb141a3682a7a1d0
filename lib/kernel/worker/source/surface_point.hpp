// Points of faces.
#pragma once

#include <TopoDS_Face.hxx>
#include <gp_Pnt.hxx>
#include <gp_Vec.hxx>

namespace cadwright {

// The normal and the tangents are of length 1, or 0 where there is none. The normal leaves the solid that the face bounds.
struct SurfacePoint {
    gp_Pnt position;
    gp_Vec normal, alongU, alongV;
    double u, v;
};

SurfacePoint pointOn(const TopoDS_Face& face, double u, double v);

// In the middle of the parameters.
SurfacePoint middleOf(const TopoDS_Face& face);

SurfacePoint nearestOn(const TopoDS_Face& face, const gp_Pnt& point);

}  // namespace cadwright
