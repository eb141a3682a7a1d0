#include "clean.hpp"

#include <BRepAdaptor_Curve.hxx>
#include <BRepAdaptor_Surface.hxx>
#include <BRepCheck_Analyzer.hxx>
#include <BRepLib.hxx>
#include <BRep_Tool.hxx>
#include <Precision.hxx>
#include <ShapeUpgrade_UnifySameDomain.hxx>
#include <TopExp.hxx>
#include <TopExp_Explorer.hxx>
#include <TopTools_IndexedDataMapOfShapeListOfShape.hxx>
#include <TopTools_IndexedMapOfShape.hxx>
#include <TopoDS.hxx>
#include <TopoDS_Edge.hxx>
#include <TopoDS_Face.hxx>
#include <algorithm>
#include <cmath>
#include <gp_Cylinder.hxx>
#include <gp_Lin.hxx>
#include <gp_Pln.hxx>

#include "kernel_failure.hpp"
#include "mass.hpp"
#include "solids.hpp"

namespace cadwright {
namespace {

bool sameLine(const gp_Ax1& first, const gp_Ax1& second) {
    return first.IsParallel(second, Precision::Angular()) && gp_Lin(first).Distance(second.Location()) < Precision::Confusion();
}

// True wherever the surfaces may be the same; planes and cylinders are looked at, others count by their kind.
bool maySupportOneFace(const TopoDS_Face& first, const TopoDS_Face& second) {
    const BRepAdaptor_Surface a(first, false), b(second, false);
    if (a.GetType() != b.GetType()) {
        return false;
    }
    if (a.GetType() == GeomAbs_Plane) {
        const gp_Pln plane = a.Plane();
        return plane.Axis().IsParallel(b.Plane().Axis(), Precision::Angular())
            && plane.Distance(b.Plane().Location()) < Precision::Confusion();
    }
    if (a.GetType() == GeomAbs_Cylinder) {
        return std::abs(a.Cylinder().Radius() - b.Cylinder().Radius()) < Precision::Confusion()
            && sameLine(a.Cylinder().Axis(), b.Cylinder().Axis());
    }
    return true;
}

bool mayBeOneEdge(const TopoDS_Edge& first, const TopoDS_Edge& second) {
    if (BRep_Tool::Degenerated(first) || BRep_Tool::Degenerated(second)) {
        return false;
    }
    const BRepAdaptor_Curve a(first), b(second);
    if (a.GetType() != b.GetType()) {
        return false;
    }
    if (a.GetType() == GeomAbs_Line) {
        return a.Line().Direction().IsParallel(b.Line().Direction(), Precision::Angular());
    }
    if (a.GetType() == GeomAbs_Circle) {
        return std::abs(a.Circle().Radius() - b.Circle().Radius()) < Precision::Confusion()
            && a.Circle().Location().Distance(b.Circle().Location()) < Precision::Confusion();
    }
    return true;
}

using Ancestors = TopTools_IndexedDataMapOfShapeListOfShape;

bool hasFacesToJoin(const TopoDS_Shape& shape) {
    Ancestors faces;
    TopExp::MapShapesAndUniqueAncestors(shape, TopAbs_EDGE, TopAbs_FACE, faces);
    for (int i = 1; i <= faces.Extent(); ++i) {
        const auto& around = faces(i);
        if (around.Extent() == 2 && maySupportOneFace(TopoDS::Face(around.First()), TopoDS::Face(around.Last()))) {
            return true;
        }
    }
    return false;
}

bool hasEdgesToJoin(const TopoDS_Shape& shape) {
    Ancestors edges;
    TopExp::MapShapesAndUniqueAncestors(shape, TopAbs_VERTEX, TopAbs_EDGE, edges);
    for (int i = 1; i <= edges.Extent(); ++i) {
        const auto& around = edges(i);
        if (around.Extent() == 2 && mayBeOneEdge(TopoDS::Edge(around.First()), TopoDS::Edge(around.Last()))) {
            return true;
        }
    }
    return false;
}

TopoDS_Shape unify(const TopoDS_Shape& shape, bool joinSplines) {
    ShapeUpgrade_UnifySameDomain joiner(shape, true, true, joinSplines);
    joiner.AllowInternalEdges(false);
    joiner.Build();
    return joiner.Shape();
}

// The pass leaves edges now and then of which the curve in space and those on the faces run at different speeds.
void synchronise(const TopoDS_Shape& shape) {
    TopTools_IndexedMapOfShape edges;
    TopExp::MapShapes(shape, TopAbs_EDGE, edges);
    for (int i = 1; i <= edges.Extent(); ++i) {
        const TopoDS_Edge edge = TopoDS::Edge(edges(i));
        if (!BRep_Tool::Degenerated(edge) && (!BRep_Tool::SameParameter(edge) || !BRep_Tool::SameRange(edge))) {
            BRepLib::SameParameter(edge, Precision::Confusion());
        }
    }
}

// The pass is known to spoil a shape at times: it must keep volume and validity.
bool keeps(const TopoDS_Shape& before, const TopoDS_Shape& after) {
    if (after.IsNull()) {
        return false;
    }
    const double volume = volumeOf(before);
    return std::abs(volumeOf(after) - volume) <= 1e-7 * std::max(std::abs(volume), Precision::Confusion())
        && BRepCheck_Analyzer(after).IsValid();
}

bool hasSolid(const TopoDS_Shape& shape) { return TopExp_Explorer(shape, TopAbs_SOLID).More(); }

// Splines that follow each other smoothly are joined by an approximation, which can miss them by far more than a
// tolerance: an outline of letters lost 0.8 % of its area.
bool keepsOutlines(const TopoDS_Shape& before, const TopoDS_Shape& after) {
    if (hasSolid(before)) {
        return true;
    }
    const double area = areaOfFaces(before).Mass();
    return std::abs(areaOfFaces(after).Mass() - area) <= 1e-7 * area;
}

}  // namespace

TopoDS_Shape unifyDomains(const TopoDS_Shape& shape) {
    if (!hasFacesToJoin(shape) && !hasEdgesToJoin(shape)) {
        return shape;
    }
    TopoDS_Shape joined = unify(shape, true);
    if (!joined.IsNull() && !keepsOutlines(shape, joined)) {
        joined = unify(shape, false);
    }
    if (joined.IsNull()) {
        return shape;
    }
    synchronise(joined);
    return joined;
}

TopoDS_Shape clean(const TopoDS_Shape& shape) {
    if (!hasFacesToJoin(shape) && !hasEdgesToJoin(shape)) {
        return shape;
    }
    try {
        const TopoDS_Shape joined = asFailure([&] { return unify(shape, false); });
        return keeps(shape, joined) ? joined : shape;
    } catch (const Failure& failure) {
        if (failure.category == Category::Exhausted) {
            throw;
        }
        return shape;
    }
}

}  // namespace cadwright
