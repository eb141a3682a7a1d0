#include "describe.hpp"

#include <BRepAdaptor_Curve.hxx>
#include <BRepAdaptor_Surface.hxx>
#include <BRep_Tool.hxx>
#include <TopoDS.hxx>
#include <TopoDS_Edge.hxx>
#include <TopoDS_Face.hxx>
#include <TopoDS_Vertex.hxx>
#include <gp_Circ.hxx>
#include <gp_Cone.hxx>
#include <gp_Cylinder.hxx>
#include <gp_Elips.hxx>
#include <gp_Sphere.hxx>
#include <optional>

#include "curve_adaptor.hpp"
#include "kernel_failure.hpp"
#include "mass.hpp"
#include "operands.hpp"
#include "properties.hpp"
#include "surface_point.hpp"

namespace cadwright {
namespace {

struct Description {
    const char* geometry = "OTHER";
    gp_Pnt centre;
    double size = 0;
    std::optional<gp_Vec> direction;
    std::optional<double> radius;
    std::optional<gp_Pnt> start, end;
};

const char* curveName(GeomAbs_CurveType type) {
    switch (type) {
        case GeomAbs_Line: return "LINE";
        case GeomAbs_Circle: return "CIRCLE";
        case GeomAbs_Ellipse: return "ELLIPSE";
        case GeomAbs_Hyperbola: return "HYPERBOLA";
        case GeomAbs_Parabola: return "PARABOLA";
        case GeomAbs_BezierCurve: return "BEZIER";
        case GeomAbs_BSplineCurve: return "BSPLINE";
        case GeomAbs_OffsetCurve: return "OFFSET";
        case GeomAbs_OtherCurve: return "OTHER";
    }
    return "OTHER";
}

// The axis of a round curve, the tangent in the middle of others.
std::optional<gp_Vec> directionOf(const CurveAdaptor& curve) {
    const Adaptor3d_Curve& adaptor = curve.curve();
    if (adaptor.GetType() == GeomAbs_Circle) {
        return gp_Vec(adaptor.Circle().Axis().Direction());
    }
    if (adaptor.GetType() == GeomAbs_Ellipse) {
        return gp_Vec(adaptor.Ellipse().Axis().Direction());
    }
    gp_Pnt point;
    gp_Vec tangent;
    const double middle = adaptor.GetType() == GeomAbs_Line ? adaptor.FirstParameter() : curve.parameterAt(0.5);
    adaptor.D1(middle, point, tangent);
    const double length = tangent.Magnitude();
    return length > 1e-300 ? std::optional(tangent / length) : std::nullopt;
}

void describeCurve(const TopoDS_Shape& shape, Description& description) {
    const CurveAdaptor curve(shape);
    if (shape.ShapeType() == TopAbs_EDGE) {
        description.geometry = curveName(curve.curve().GetType());
    }
    if (curve.curve().GetType() == GeomAbs_Circle) {
        description.radius = curve.curve().Circle().Radius();
    }
    description.direction = directionOf(curve);
    description.start = curve.start();
    description.end = curve.end();
}

void describeFace(const TopoDS_Face& face, Description& description) {
    const BRepAdaptor_Surface surface(face, false);
    description.geometry = surfaceName(surface.GetType());
    if (surface.GetType() == GeomAbs_Cylinder) {
        description.radius = surface.Cylinder().Radius();
    } else if (surface.GetType() == GeomAbs_Sphere) {
        description.radius = surface.Sphere().Radius();
    }
    const gp_Vec normal = middleOf(face).normal;
    if (normal.Magnitude() > 0) {
        description.direction = normal;
    }
}

Description descriptionOf(const TopoDS_Shape& shape) {
    Description description;
    const TopAbs_ShapeEnum kind = shape.ShapeType();
    if (kind == TopAbs_VERTEX) {
        description.geometry = "POINT";
        description.centre = BRep_Tool::Pnt(TopoDS::Vertex(shape));
        return description;
    }
    const GProp_GProps mass = massOf(shape);
    description.size = mass.Mass();
    description.centre = mass.CentreOfMass();
    if (kind == TopAbs_FACE) {
        describeFace(TopoDS::Face(shape), description);
        return description;
    }
    description.geometry = name(kind);
    if (kind == TopAbs_EDGE || kind == TopAbs_WIRE) {
        describeCurve(shape, description);
    }
    return description;
}

void writePoint(const gp_XYZ& point, cbor::Writer& result) {
    writeNumbers<3>(result, {point.X(), point.Y(), point.Z()});
}

template <class Point>
void writeOptional(const std::optional<Point>& point, cbor::Writer& result) {
    if (point) {
        writePoint(point->XYZ(), result);
    } else {
        result.array(0);
    }
}

}  // namespace

void describe(const TopoDS_Shape& shape, TopTools_IndexedMapOfShape& identities, cbor::Writer& result) {
    const Description description = descriptionOf(shape);
    result.array(11);
    result.text(name(shape.ShapeType()));
    result.integer(identities.Add(shape));
    result.text(description.geometry);
    writePoint(description.centre.XYZ(), result);
    result.number(description.size);
    result.boolean(shape.ShapeType() == TopAbs_FACE || shape.ShapeType() == TopAbs_VERTEX ? shape.Closed() : BRep_Tool::IsClosed(shape));
    result.boolean(shape.Orientation() != TopAbs_REVERSED);
    writeOptional(description.direction, result);
    if (description.radius) {
        result.number(*description.radius);
    } else {
        result.null();
    }
    writeOptional(description.start, result);
    writeOptional(description.end, result);
}

}  // namespace cadwright
