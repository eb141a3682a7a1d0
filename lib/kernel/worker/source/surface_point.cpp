#include "surface_point.hpp"

#include <BRepAdaptor_Surface.hxx>
#include <BRepGProp_Face.hxx>
#include <BRepTools.hxx>
#include <BRep_Tool.hxx>
#include <GeomAPI_ProjectPointOnSurf.hxx>
#include <Geom_Surface.hxx>

#include "failure.hpp"

namespace cadwright {
namespace {

gp_Vec unit(const gp_Vec& vector) {
    const double length = vector.Magnitude();
    return length > 1e-300 ? vector / length : gp_Vec();
}

}  // namespace

SurfacePoint pointOn(const TopoDS_Face& face, double u, double v) {
    gp_Pnt position;
    gp_Vec normal, alongU, alongV;
    BRepGProp_Face(face).Normal(u, v, position, normal);
    BRepAdaptor_Surface(face, false).D1(u, v, position, alongU, alongV);
    return {position, unit(normal), unit(alongU), unit(alongV), u, v};
}

SurfacePoint middleOf(const TopoDS_Face& face) {
    double u0 = 0, u1 = 0, v0 = 0, v1 = 0;
    BRepTools::UVBounds(face, u0, u1, v0, v1);
    return pointOn(face, (u0 + u1) / 2, (v0 + v1) / 2);
}

SurfacePoint nearestOn(const TopoDS_Face& face, const gp_Pnt& point) {
    const GeomAPI_ProjectPointOnSurf projection(point, BRep_Tool::Surface(face));
    if (projection.NbPoints() == 0) {
        fail(Category::Runtime, "surface.projection", "the point has no nearest point on the surface");
    }
    double u = 0, v = 0;
    projection.LowerDistanceParameters(u, v);
    return pointOn(face, u, v);
}

}  // namespace cadwright
