// Points and curves from numbers.
#include <BRepAdaptor_Curve.hxx>
#include <BRepBuilderAPI_MakeEdge.hxx>
#include <BRepBuilderAPI_MakeVertex.hxx>
#include <BRep_Tool.hxx>
#include <GC_MakeArcOfCircle.hxx>
#include <GC_MakeArcOfEllipse.hxx>
#include <Geom_TrimmedCurve.hxx>
#include <Precision.hxx>
#include <TopoDS.hxx>
#include <TopoDS_Edge.hxx>
#include <cmath>
#include <gp_Circ.hxx>
#include <gp_Elips.hxx>

#include "curve_adaptor.hpp"
#include "failure.hpp"
#include "operands.hpp"

namespace cadwright {
namespace {

TopoDS_Shape made(BRepBuilderAPI_MakeEdge& maker) {
    if (!maker.IsDone()) {
        fail(Category::Runtime, "edge.refused", "no edge can be made: are its ends apart?");
    }
    return maker.Edge();
}

template <class Maker>
TopoDS_Shape arc(const Maker& maker) {
    if (!maker.IsDone()) {
        fail(Category::Runtime, "arc.refused", "no arc goes through these points");
    }
    BRepBuilderAPI_MakeEdge edge(maker.Value());
    return made(edge);
}

void doVertex(const Arguments& a, Session& s) { into(a, s, BRepBuilderAPI_MakeVertex(pointOf(a, "at")).Vertex()); }

void doSegment(const Arguments& a, Session& s) {
    BRepBuilderAPI_MakeEdge edge(pointOf(a, "start"), pointOf(a, "end"));
    into(a, s, made(edge));
}

void doArcThrough(const Arguments& a, Session& s) {
    into(a, s, arc(GC_MakeArcOfCircle(pointOf(a, "start"), pointOf(a, "between"), pointOf(a, "end"))));
}

void doArcTangent(const Arguments& a, Session& s) {
    into(a, s, arc(GC_MakeArcOfCircle(pointOf(a, "start"), vectorOf(a, "tangent"), pointOf(a, "end"))));
}

void doArcCircle(const Arguments& a, Session& s) {
    const gp_Circ circle(frameOf(a), positiveOf(a, "radius"));
    if (a.number("from") == a.number("to")) {
        BRepBuilderAPI_MakeEdge edge(circle);
        into(a, s, made(edge));
    } else {
        into(a, s, arc(GC_MakeArcOfCircle(circle, angleOf(a, "from"), angleOf(a, "to"), !a.flag("reversed"))));
    }
}

// The kernel's ellipse has its larger radius along x: else it is turned, and its angles turned back.
void doArcEllipse(const Arguments& a, Session& s) {
    const double x = positiveOf(a, "xRadius"), y = positiveOf(a, "yRadius");
    const gp_Ax2 frame = frameOf(a);
    const double turn = y > x ? M_PI / 2 : 0;
    gp_Elips ellipse(frame, std::max(x, y), std::min(x, y));
    ellipse.Rotate(gp_Ax1(frame.Location(), frame.Direction()), turn);
    if (a.number("from") == a.number("to")) {
        BRepBuilderAPI_MakeEdge edge(ellipse);
        into(a, s, made(edge));
    } else {
        into(a, s, arc(GC_MakeArcOfEllipse(ellipse, angleOf(a, "from") - turn, angleOf(a, "to") - turn, !a.flag("reversed"))));
    }
}

void doTrim(const Arguments& a, Session& s) {
    const BRepAdaptor_Curve curve(TopoDS::Edge(shapeOf(a, s)));
    const Handle(Geom_Curve) basis = Handle(Geom_Curve)::DownCast(curve.Curve().Curve()->Transformed(curve.Trsf()));
    BRepBuilderAPI_MakeEdge edge(basis, a.number("from"), a.number("to"));
    into(a, s, made(edge));
}

void doClosing(const Arguments& a, Session& s) {
    const CurveAdaptor curve(shapeOf(a, s));
    BRepBuilderAPI_MakeEdge edge(curve.end(), curve.start());
    into(a, s, made(edge));
}

void doPointOn(const Arguments& a, Session& s) {
    const TopoDS_Shape& shape = shapeOf(a, s);
    const gp_Pnt point = a.has("share") ? CurveAdaptor(shape).atShare(a.number("share")) : centreOf(shape);
    into(a, s, BRepBuilderAPI_MakeVertex(point).Vertex());
}

}  // namespace

void addEdgeOperations(OperationTable& table) {
    table.insert({{"vertex", doVertex},
                  {"segment", doSegment},
                  {"arc_through", doArcThrough},
                  {"arc_tangent", doArcTangent},
                  {"arc_circle", doArcCircle},
                  {"arc_ellipse", doArcEllipse},
                  {"trim", doTrim},
                  {"closing", doClosing},
                  {"point_on", doPointOn}});
}

}  // namespace cadwright
