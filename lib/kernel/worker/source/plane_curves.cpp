// The curve of an edge in the parameters of its plane, where it is a line or a circle in that plane. Edges of plane faces
// carry none, and OCCT projects them anew whenever one is asked for, with machinery made for any curve: a tenth of all time.
// The executable's definition stands before that of OCCT's library for all libraries; for whatever is not that simple it
// calls the library's own.
#include <BRep_Tool.hxx>
#include <ElCLib.hxx>
#include <ElSLib.hxx>
#include <Geom2d_Circle.hxx>
#include <Geom2d_Line.hxx>
#include <Geom_Circle.hxx>
#include <Geom_Line.hxx>
#include <Geom_Plane.hxx>
#include <Precision.hxx>
#include <Standard_Version.hxx>
#include <TopoDS_Edge.hxx>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>

#if OCC_VERSION_HEX < 0x070700

namespace {

using CurveOnPlane = Handle(Geom2d_Curve) (*)(
    const TopoDS_Edge&, const Handle(Geom_Surface)&, const TopLoc_Location&, Standard_Real&, Standard_Real&);

constexpr const char* kName =
    "_ZN9BRep_Tool12CurveOnPlaneERK11TopoDS_EdgeRKN11opencascade6handleI12Geom_SurfaceEERK15TopLoc_LocationRdSC_";

CurveOnPlane libraryOwn() {
    void* const found = dlsym(RTLD_NEXT, kName);
    if (found == nullptr) {
        std::fputs("this build of OCCT has no BRep_Tool::CurveOnPlane to fall back on\n", stderr);
        std::exit(3);
    }
    return reinterpret_cast<CurveOnPlane>(found);
}

// Looked up before the jail, which the dynamic linker has no use for afterwards.
const CurveOnPlane kOwn = libraryOwn();

constexpr double kAligned = 1e-12;

gp_Pnt2d onPlane(const gp_Ax3& plane, const gp_Pnt& point) {
    double u = 0, v = 0;
    ElSLib::PlaneParameters(plane, point, u, v);
    return {u, v};
}

gp_Dir2d onPlane(const gp_Ax3& plane, const gp_Dir& direction) {
    return {direction.Dot(plane.XDirection()), direction.Dot(plane.YDirection())};
}

Handle(Geom2d_Curve) lineOn(const gp_Ax3& plane, const gp_Lin& line) {
    if (std::abs(line.Direction().Dot(plane.Direction())) > kAligned) {
        return {};
    }
    return new Geom2d_Line(onPlane(plane, line.Location()), onPlane(plane, line.Direction()));
}

Handle(Geom2d_Curve) circleOn(const gp_Ax3& plane, const gp_Circ& circle) {
    const gp_Ax2& position = circle.Position();
    if (std::abs(position.XDirection().Dot(plane.Direction())) > kAligned
        || std::abs(position.YDirection().Dot(plane.Direction())) > kAligned) {
        return {};
    }
    const gp_Ax22d axes(
        onPlane(plane, position.Location()), onPlane(plane, position.XDirection()), onPlane(plane, position.YDirection()));
    return new Geom2d_Circle(axes, circle.Radius());
}

Handle(Geom2d_Curve) simpleCurve(
    const TopoDS_Edge& edge, const gp_Ax3& plane, const TopLoc_Location& location, double& first, double& last) {
    TopLoc_Location place;
    const Handle(Geom_Curve) curve = BRep_Tool::Curve(edge, place, first, last);
    if (curve.IsNull()) {
        return {};
    }
    const bool isLine = curve->IsKind(STANDARD_TYPE(Geom_Line));
    if (!isLine && !curve->IsKind(STANDARD_TYPE(Geom_Circle))) {
        return {};
    }
    place = place.Predivided(location);
    gp_Trsf movement;
    if (!place.IsIdentity()) {
        movement = place.Transformation();
        if (movement.IsNegative() || std::abs(movement.ScaleFactor() - 1) > kAligned) {
            return {};
        }
    }
    return isLine ? lineOn(plane, Handle(Geom_Line)::DownCast(curve)->Lin().Transformed(movement))
                  : circleOn(plane, Handle(Geom_Circle)::DownCast(curve)->Circ().Transformed(movement));
}

}  // namespace

Handle(Geom2d_Curve) BRep_Tool::CurveOnPlane(
    const TopoDS_Edge& edge, const Handle(Geom_Surface)& surface, const TopLoc_Location& location, Standard_Real& first,
    Standard_Real& last) {
    if (!surface.IsNull() && surface->DynamicType() == STANDARD_TYPE(Geom_Plane)) {
        const gp_Ax3& plane = Handle(Geom_Plane)::DownCast(surface)->Position();
        if (const Handle(Geom2d_Curve) curve = simpleCurve(edge, plane, location, first, last); !curve.IsNull()) {
            return curve;
        }
    }
    return kOwn(edge, surface, location, first, last);
}

#endif
