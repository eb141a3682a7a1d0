// Questions about points of curves and faces.
#include <LProp3d_CLProps.hxx>
#include <TopoDS.hxx>
#include <TopoDS_Face.hxx>

#include "curve_adaptor.hpp"
#include "failure.hpp"
#include "operands.hpp"
#include "surface_point.hpp"

namespace cadwright {
namespace {

constexpr double kResolution = 1e-6;

void doOnCurve(const Arguments& a, Session& s) {
    answerWith(a, s, [&](cbor::Writer& result) {
        const CurveAdaptor adaptor(shapeOf(a, s));
        const double at = a.number("at"), parameter = a.flag("share") ? adaptor.parameterAt(at) : at;
        gp_Pnt point;
        gp_Vec first, second;
        adaptor.curve().D2(parameter, point, first, second);
        const double speed = first.Magnitude();
        const gp_Vec tangent = speed > 1e-300 ? first / speed : first;
        const gp_Vec across = second - tangent * second.Dot(tangent);
        const double curvature = speed > kResolution ? first.Crossed(second).Magnitude() / (speed * speed * speed) : 0;
        const bool bends = curvature > kResolution && across.Magnitude() > 1e-300;
        std::vector<double> numbers = {point.X(),   point.Y(),   point.Z(), tangent.X(),
                                       tangent.Y(), tangent.Z(), curvature, parameter};
        if (bends) {
            const gp_Vec normal = across.Normalized();
            numbers.insert(numbers.end(), {normal.X(), normal.Y(), normal.Z()});
        }
        result.array(numbers.size());
        for (const double number : numbers) {
            result.number(number);
        }
    });
}

void doRange(const Arguments& a, Session& s) {
    answerWith(a, s, [&](cbor::Writer& result) {
        const CurveAdaptor adaptor(shapeOf(a, s));
        writeNumbers<2>(result, {adaptor.curve().FirstParameter(), adaptor.curve().LastParameter()});
    });
}

void doNearestParameter(const Arguments& a, Session& s) {
    answerWith(a, s, [&](cbor::Writer& result) { result.number(CurveAdaptor(shapeOf(a, s)).nearest(pointOf(a, "point"))); });
}

TopoDS_Face faceOf(const Arguments& a, const Session& s) {
    const TopoDS_Shape& shape = shapeOf(a, s);
    if (shape.ShapeType() != TopAbs_FACE) {
        fail(Category::Runtime, "surface.kind", "the shape is no face");
    }
    return TopoDS::Face(shape);
}

void write(const SurfacePoint& point, cbor::Writer& result) {
    const gp_Pnt& p = point.position;
    const gp_Vec &n = point.normal, &u = point.alongU, &v = point.alongV;
    writeNumbers<14>(
        result, {p.X(), p.Y(), p.Z(), n.X(), n.Y(), n.Z(), u.X(), u.Y(), u.Z(), v.X(), v.Y(), v.Z(), point.u, point.v});
}

void doOnSurface(const Arguments& a, Session& s) {
    answerWith(a, s, [&](cbor::Writer& result) {
        const TopoDS_Face face = faceOf(a, s);
        write(a.has("near") ? nearestOn(face, pointOf(a, "near")) : middleOf(face), result);
    });
}

void doOnSurfaceAt(const Arguments& a, Session& s) {
    answerWith(a, s, [&](cbor::Writer& result) { write(pointOn(faceOf(a, s), a.number("u"), a.number("v")), result); });
}

}  // namespace

void addGeometryQueries(OperationTable& table) {
    table.insert({{"on_curve", doOnCurve},
                  {"range", doRange},
                  {"nearest_parameter", doNearestParameter},
                  {"on_surface", doOnSurface},
                  {"on_surface_at", doOnSurfaceAt}});
}

}  // namespace cadwright
