// Solids and shells that a section sweeps over.
#include <BRepAdaptor_Surface.hxx>
#include <BRepAlgoAPI_Cut.hxx>
#include <BRepBuilderAPI_MakeEdge.hxx>
#include <BRepBuilderAPI_MakeSolid.hxx>
#include <BRepBuilderAPI_MakeWire.hxx>
#include <BRepFeat_MakeDPrism.hxx>
#include <BRepPrimAPI_MakePrism.hxx>
#include <BRepPrimAPI_MakeRevol.hxx>
#include <LocOpe_DPrism.hxx>
#include <Precision.hxx>
#include <ShapeFix_Solid.hxx>
#include <TopoDS.hxx>
#include <TopoDS_Face.hxx>
#include <TopoDS_Shell.hxx>
#include <TopoDS_Solid.hxx>
#include <cmath>

#include "failure.hpp"
#include "operands.hpp"
#include "surface_point.hpp"

namespace cadwright {
namespace {

void requireLength(const gp_Vec& along) {
    if (along.Magnitude() < Precision::Confusion()) {
        fail(Category::Runtime, "sweep.length", "a sweep has no length");
    }
}

void doStraight(const Arguments& a, Session& s) {
    const gp_Vec along = vectorOf(a, "along");
    requireLength(along);
    // A copy: an edge of a face whose flags a boolean operation left doubtful gets sound ones.
    const TopoDS_Shape prism = BRepPrimAPI_MakePrism(shapeOf(a, s), along, true).Shape();
    s.upright.add(prism);
    into(a, s, prism);
}

// The outline moves along the slope: its height is divided by the slope's cosine.
void doTapered(const Arguments& a, Session& s) {
    const TopoDS_Shape& shape = shapeOf(a, s, "face");
    if (shape.ShapeType() != TopAbs_FACE) {
        fail(Category::Runtime, "sweep.face", "only a face can be extruded with a taper");
    }
    const TopoDS_Face face = TopoDS::Face(shape);
    const gp_Vec along = vectorOf(a, "along");
    requireLength(along);
    const double taper = angleOf(a, "taper");
    const double sense = along.Angle(middleOf(face).normal) < M_PI / 2 ? 1 : -1;
    LocOpe_DPrism prism(face, sense * along.Magnitude() / std::cos(taper), sense * taper);
    if (!prism.IsDone()) {
        fail(Category::Runtime, "sweep.taper", "the face cannot be extruded with this taper");
    }
    into(a, s, prism.Shape());
}

void doFeature(const Arguments& a, Session& s) {
    BRepFeat_MakeDPrism feature(
        shapeOf(a, s, "base"), TopoDS::Face(shapeOf(a, s, "face")), TopoDS_Face(), angleOf(a, "taper"),
        a.flag("additive") ? 1 : 0, false);
    if (a.has("until")) {
        feature.Perform(shapeOf(a, s, "until"));
    } else if (a.has("depth")) {
        feature.Perform(lengthOf(a, "depth"));
    } else {
        feature.PerformThruAll();
    }
    if (!feature.IsDone()) {
        fail(Category::Runtime, "feature.refused", "the face cannot be pushed that far");
    }
    into(a, s, feature.Shape());
}

void doRevolve(const Arguments& a, Session& s) {
    const gp_Pnt start = pointOf(a, "start");
    const gp_Vec axis(start, pointOf(a, "end"));
    if (axis.Magnitude() < Precision::Confusion()) {
        fail(Category::Runtime, "axis.length", "the two points of an axis are one");
    }
    BRepPrimAPI_MakeRevol revolution(shapeOf(a, s), gp_Ax1(start, gp_Dir(axis)), angleOf(a, "angle"), true);
    if (!revolution.IsDone()) {
        fail(Category::Runtime, "revolve.refused", "the shape cannot be turned around this axis");
    }
    into(a, s, revolution.Shape());
}

void doSolid(const Arguments& a, Session& s) {
    const TopoDS_Shape& outside = shapeOf(a, s, "shell");
    if (outside.ShapeType() != TopAbs_SHELL) {
        fail(Category::Runtime, "solid.shell", "a solid is bounded by a shell");
    }
    TopoDS_Solid solid = ShapeFix_Solid().SolidFromShell(TopoDS::Shell(outside));
    const Shapes cavities = shapesOf(a, s, "cavities");
    if (!cavities.empty()) {
        BRepBuilderAPI_MakeSolid maker(solid);
        for (const TopoDS_Shape& cavity : cavities) {
            maker.Add(TopoDS::Shell(cavity));
        }
        ShapeFix_Solid fix(maker.Solid());
        fix.Perform();
        into(a, s, fix.Solid());
        return;
    }
    into(a, s, solid);
}

}  // namespace

void addSweepOperations(OperationTable& table) {
    table.insert({{"sweep_straight", doStraight},
                  {"tapered_prism", doTapered},
                  {"prism_feature", doFeature},
                  {"revolve", doRevolve},
                  {"solid", doSolid}});
}

}  // namespace cadwright
