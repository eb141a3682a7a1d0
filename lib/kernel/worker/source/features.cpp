// Fillets, chamfers, walls and repairs.
#include <BRepBuilderAPI_MakeSolid.hxx>
#include <BRepBuilderAPI_Sewing.hxx>
#include <BRepCheck_Analyzer.hxx>
#include <BRepFilletAPI_MakeChamfer.hxx>
#include <BRepFilletAPI_MakeFillet.hxx>
#include <BRepOffsetAPI_MakeThickSolid.hxx>
#include <BRepOffset_MakeOffset.hxx>
#include <BRep_Builder.hxx>
#include <ShapeFix_Shape.hxx>
#include <TopExp.hxx>
#include <TopExp_Explorer.hxx>
#include <TopTools_IndexedDataMapOfShapeListOfShape.hxx>
#include <TopoDS.hxx>
#include <TopoDS_Edge.hxx>
#include <TopoDS_Face.hxx>
#include <TopoDS_Shell.hxx>

#include "algorithm.hpp"
#include "failure.hpp"
#include "general_fuse.hpp"
#include "kernel_failure.hpp"
#include "operands.hpp"
#include "solids.hpp"

namespace cadwright {
namespace {

TopoDS_Shape repaired(const TopoDS_Shape& shape) {
    if (BRepCheck_Analyzer(shape).IsValid()) {
        return shape;
    }
    ShapeFix_Shape fix(shape);
    fix.Perform();
    return fix.Shape();
}

void doFix(const Arguments& a, Session& s) { into(a, s, repaired(shapeOf(a, s))); }

TopoDS_Edge edgeOf(const TopoDS_Shape& shape) {
    if (shape.ShapeType() != TopAbs_EDGE) {
        fail(Category::Runtime, "edge.kind", "only edges can be rounded or bevelled");
    }
    return TopoDS::Edge(shape);
}

template <class Maker>
TopoDS_Shape built(Maker& maker, const char* code, const char* message) {
    maker.Build();
    if (!maker.IsDone()) {
        fail(Category::Runtime, code, message);
    }
    return maker.Shape();
}

void doFillet(const Arguments& a, Session& s) {
    const double radius = positiveOf(a, "radius");
    BRepFilletAPI_MakeFillet maker(shapeOf(a, s));
    for (const TopoDS_Shape& edge : shapesOf(a, s, "edges")) {
        maker.Add(radius, edgeOf(edge));
    }
    into(a, s, built(maker, "fillet.refused", "the edges cannot be rounded with this radius"));
}

void doChamfer(const Arguments& a, Session& s) {
    const double first = positiveOf(a, "first"), second = positiveOf(a, "second");
    const TopoDS_Shape& shape = shapeOf(a, s);
    TopTools_IndexedDataMapOfShapeListOfShape faces;
    TopExp::MapShapesAndAncestors(shape, TopAbs_EDGE, TopAbs_FACE, faces);
    BRepFilletAPI_MakeChamfer maker(shape);
    for (const TopoDS_Shape& edge : shapesOf(a, s, "edges")) {
        const auto* around = faces.Seek(edge);
        if (around == nullptr || around->IsEmpty()) {
            fail(Category::Runtime, "chamfer.edge", "an edge to bevel is not part of the shape");
        }
        maker.Add(first, second, edgeOf(edge), TopoDS::Face(around->First()));
    }
    into(a, s, built(maker, "chamfer.refused", "the edges cannot be bevelled by this length"));
}

TopoDS_Shell firstShell(const TopoDS_Shape& shape) {
    const TopExp_Explorer shells(shape, TopAbs_SHELL);
    if (!shells.More()) {
        fail(Category::Runtime, "hollow.shell", "the shape has no shell");
    }
    return TopoDS::Shell(shells.Current());
}

void doHollow(const Arguments& a, Session& s) {
    const TopoDS_Shape& shape = shapeOf(a, s);
    const Shapes open = shapesOf(a, s, "faces");
    const double thickness = lengthOf(a, "thickness");
    BRepOffsetAPI_MakeThickSolid maker;
    maker.MakeThickSolidByJoin(
        shape, listOf(open), thickness, a.number("tolerance"), BRepOffset_Skin, true, false,
        a.text("join") == "arc" ? GeomAbs_Arc : GeomAbs_Intersection);
    const TopoDS_Shape walls = built(maker, "hollow.refused", "the shape cannot be hollowed with this thickness");
    if (!open.empty()) {
        into(a, s, walls);
        return;
    }
    const TopoDS_Shell other = firstShell(walls), own = firstShell(shape);
    const TopoDS_Shape solid =
        thickness > 0 ? BRepBuilderAPI_MakeSolid(other, own).Shape() : BRepBuilderAPI_MakeSolid(own, other).Shape();
    into(a, s, repaired(solid));
}

TopoDS_Shape thickened(const TopoDS_Shape& shape, double thickness) {
    BRepOffset_MakeOffset maker;
    maker.Initialize(shape, thickness, 1e-6, BRepOffset_Skin, false, false, GeomAbs_Intersection, true);
    maker.MakeOffsetShape();
    if (!maker.IsDone()) {
        fail(Category::Runtime, "thicken.refused", "the face cannot be given this thickness");
    }
    return maker.Shape();
}

void doThicken(const Arguments& a, Session& s) {
    const TopoDS_Shape& shape = shapeOf(a, s);
    const double thickness = lengthOf(a, "thickness");
    const TopoDS_Shape one = thickened(shape, thickness);
    into(a, s, a.flag("bothSides") ? unite({one, thickened(shape, -thickness)}, {}) : one);
}

// A single face that sewing leaves alone is a shell of one face.
TopoDS_Shape asShell(const TopoDS_Shape& sewn) {
    if (sewn.IsNull() || sewn.ShapeType() != TopAbs_FACE) {
        return sewn;
    }
    BRep_Builder builder;
    TopoDS_Shell shell;
    builder.MakeShell(shell);
    builder.Add(shell, sewn);
    return shell;
}

void doSew(const Arguments& a, Session& s) {
    BRepBuilderAPI_Sewing sewing(a.number("tolerance"));
    for (const TopoDS_Shape& shape : shapesOf(a, s, "faces")) {
        for (TopExp_Explorer faces(shape, TopAbs_FACE); faces.More(); faces.Next()) {
            sewing.Add(faces.Current());
        }
    }
    sewing.Perform();
    into(a, s, asShell(sewing.SewedShape()));
}

}  // namespace

void addFeatureOperations(OperationTable& table) {
    table.insert({{"fix", doFix},
                  {"fillet", doFillet},
                  {"chamfer", doChamfer},
                  {"hollow", doHollow},
                  {"thicken", doThicken},
                  {"sew", doSew}});
}

}  // namespace cadwright
