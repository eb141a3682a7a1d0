#include "curve_adaptor.hpp"

#include <BRepAdaptor_CompCurve.hxx>
#include <BRepAdaptor_Curve.hxx>
#include <BRep_Tool.hxx>
#include <GCPnts_AbscissaPoint.hxx>
#include <GeomAPI_ProjectPointOnCurve.hxx>
#include <GeomConvert_ApproxCurve.hxx>
#include <ShapeAnalysis.hxx>
#include <Geom_BSplineCurve.hxx>
#include <TopoDS.hxx>
#include <TopoDS_Edge.hxx>
#include <TopoDS_Vertex.hxx>
#include <TopoDS_Wire.hxx>

#include "failure.hpp"
#include "mass.hpp"

namespace cadwright {

CurveAdaptor::CurveAdaptor(const TopoDS_Shape& shape) {
    if (shape.ShapeType() == TopAbs_EDGE) {
        curve_ = std::make_unique<BRepAdaptor_Curve>(TopoDS::Edge(shape));
    } else if (shape.ShapeType() == TopAbs_WIRE) {
        curve_ = std::make_unique<BRepAdaptor_CompCurve>(TopoDS::Wire(shape));
    } else {
        fail(Category::Runtime, "curve.kind", "the shape is neither an edge nor a wire");
    }
    TopoDS_Vertex first, last;
    ShapeAnalysis::FindBounds(shape, first, last);
    start_ = first.IsNull() ? curve_->Value(curve_->FirstParameter()) : BRep_Tool::Pnt(first);
    end_ = last.IsNull() ? curve_->Value(curve_->LastParameter()) : BRep_Tool::Pnt(last);
}

double CurveAdaptor::length() const { return GCPnts_AbscissaPoint::Length(*curve_); }

double CurveAdaptor::parameterAt(double share) const {
    const GCPnts_AbscissaPoint point(*curve_, length() * share, curve_->FirstParameter());
    if (!point.IsDone()) {
        fail(Category::Runtime, "curve.parameter", "the curve has no such point");
    }
    return point.Parameter();
}

gp_Pnt CurveAdaptor::atShare(double share) const { return curve_->Value(parameterAt(share)); }

double CurveAdaptor::nearest(const gp_Pnt& point) const {
    const GeomAPI_ProjectPointOnCurve projection(point, geometry(), curve_->FirstParameter(), curve_->LastParameter());
    if (projection.NbPoints() > 0) {
        return projection.LowerDistanceParameter();
    }
    // No perpendicular: one of the ends is nearest.
    const double first = curve_->FirstParameter(), last = curve_->LastParameter();
    return curve_->Value(first).SquareDistance(point) <= curve_->Value(last).SquareDistance(point) ? first : last;
}

Handle(Geom_Curve) CurveAdaptor::geometry() const {
    if (const auto* edge = dynamic_cast<const BRepAdaptor_Curve*>(curve_.get())) {
        return Handle(Geom_Curve)::DownCast(edge->Curve().Curve()->Transformed(edge->Trsf()));
    }
    const Handle(Adaptor3d_Curve) copy = curve_->ShallowCopy();
    return GeomConvert_ApproxCurve(copy, 1e-6, GeomAbs_C2, 100, 3).Curve();
}

gp_Pnt centreOf(const TopoDS_Shape& shape) {
    return shape.ShapeType() == TopAbs_VERTEX ? BRep_Tool::Pnt(TopoDS::Vertex(shape)) : massOf(shape).CentreOfMass();
}

}  // namespace cadwright
