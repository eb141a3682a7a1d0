// Sections that change or turn along a path.
#include <BRepAlgoAPI_Cut.hxx>
#include <BRepBuilderAPI_MakeEdge.hxx>
#include <BRepBuilderAPI_MakeWire.hxx>
#include <BRepOffsetAPI_MakePipeShell.hxx>
#include <BRepOffsetAPI_ThruSections.hxx>
#include <BRepTools.hxx>
#include <Precision.hxx>
#include <TopTools_ListOfShape.hxx>
#include <TopoDS.hxx>
#include <TopoDS_Edge.hxx>
#include <TopoDS_Face.hxx>
#include <TopoDS_Vertex.hxx>
#include <TopoDS_Wire.hxx>

#include "algorithm.hpp"
#include "failure.hpp"
#include "general_fuse.hpp"
#include "helix.hpp"
#include "operands.hpp"
#include "sections.hpp"
#include "solids.hpp"

namespace cadwright {
namespace {

// Edges as wires of one edge, faces by their outline.
TopoDS_Wire wireOf(const TopoDS_Shape& shape) {
    switch (shape.ShapeType()) {
        case TopAbs_EDGE: return BRepBuilderAPI_MakeWire(TopoDS::Edge(shape)).Wire();
        case TopAbs_WIRE: return TopoDS::Wire(shape);
        case TopAbs_FACE: return BRepTools::OuterWire(TopoDS::Face(shape));
        default: fail(Category::Runtime, "sweep.section", "a section or path is neither an edge, a wire nor a face");
    }
}

TopoDS_Shape built(BRepOffsetAPI_MakePipeShell& pipe, bool solid) {
    pipe.Build();
    if (!pipe.IsDone()) {
        fail(Category::Runtime, "sweep.refused", "the section cannot be swept along this path");
    }
    if (solid && !pipe.MakeSolid()) {
        fail(Category::Runtime, "sweep.open", "the swept shell cannot be closed to a solid");
    }
    return pipe.Shape();
}

GeomAbs_Shape continuityOf(std::int64_t derivatives) {
    return derivatives == 0 ? GeomAbs_C0 : derivatives == 1 ? GeomAbs_C1 : GeomAbs_C2;
}

Approx_ParametrizationType parametrisationOf(const std::string& text) {
    if (text == "chordal") {
        return Approx_ChordLength;
    }
    return text == "centripetal" ? Approx_Centripetal : Approx_IsoParametric;
}

void doLoft(const Arguments& a, Session& s) {
    const Shapes sections = shapesOf(a, s, "sections");
    if (sections.size() < 2) {
        fail(Category::Runtime, "loft.sections", "a loft needs two sections or more");
    }
    std::vector<TopoDS_Shape> outlines;
    for (const TopoDS_Shape& section : sections) {
        outlines.push_back(section.ShapeType() == TopAbs_VERTEX ? section : wireOf(section));
    }
    BRepOffsetAPI_ThruSections loft(a.flag("solid"), a.flag("ruled"));
    loft.SetContinuity(continuityOf(a.integer("continuity")));
    loft.SetParType(parametrisationOf(a.text("parametrisation")));
    loft.SetMaxDegree(static_cast<int>(a.integer("degree")));
    loft.CheckCompatibility(false);
    loft.SetSmoothing(a.flag("smoothing"));
    for (const TopoDS_Shape& section : a.flag("compatible") ? compatibleSections(outlines) : outlines) {
        if (section.ShapeType() == TopAbs_VERTEX) {
            loft.AddVertex(TopoDS::Vertex(section));
        } else {
            loft.AddWire(TopoDS::Wire(section));
        }
    }
    loft.Build();
    if (!loft.IsDone()) {
        fail(Category::Runtime, "loft.refused", "no skin goes over these sections");
    }
    into(a, s, loft.Shape());
}

void setMode(const Arguments& a, const Session& s, BRepOffsetAPI_MakePipeShell& pipe) {
    const std::string& mode = a.text("mode");
    if (mode == "binormal") {
        pipe.SetMode(directionOf(a, "direction"));
    } else if (mode == "frame") {
        pipe.SetMode(frameOf(a));
    } else if (mode == "auxiliary") {
        pipe.SetMode(wireOf(shapeOf(a, s, "guide")), true);
    } else if (mode == "support") {
        pipe.SetMode(shapeOf(a, s, "guide"));
    } else {
        pipe.SetMode(mode == "frenet");
    }
}

BRepBuilderAPI_TransitionMode transitionOf(const std::string& text) {
    if (text == "round") {
        return BRepBuilderAPI_RoundCorner;
    }
    return text == "right" ? BRepBuilderAPI_RightCorner : BRepBuilderAPI_Transformed;
}

void doSweep(const Arguments& a, Session& s) {
    BRepOffsetAPI_MakePipeShell pipe(wireOf(shapeOf(a, s, "path")));
    setMode(a, s, pipe);
    pipe.SetTransitionMode(transitionOf(a.text("transition")));
    for (const TopoDS_Shape& section : shapesOf(a, s, "sections")) {
        if (section.ShapeType() == TopAbs_VERTEX) {
            pipe.Add(section, a.flag("withContact"), a.flag("withCorrection"));
        } else {
            pipe.Add(wireOf(section), a.flag("withContact"), a.flag("withCorrection"));
        }
    }
    into(a, s, built(pipe, a.flag("solid")));
}

TopoDS_Shape twisted(const TopoDS_Shape& section, const TopoDS_Wire& spine, const TopoDS_Wire& guide) {
    BRepOffsetAPI_MakePipeShell pipe(spine);
    pipe.SetMode(guide, false);
    pipe.Add(wireOf(section));
    return built(pipe, true);
}

// A helix of radius 1 around the straight spine turns the section.
void doTwistedPrism(const Arguments& a, Session& s) {
    const gp_Pnt centre = pointOf(a, "centre");
    const gp_Vec along = vectorOf(a, "along");
    const double twist = angleOf(a, "twist"), height = along.Magnitude();
    if (height < Precision::Confusion() || twist == 0) {
        fail(Category::Runtime, "sweep.length", "a twisted prism has no height or no twist");
    }
    const TopoDS_Wire spine =
        BRepBuilderAPI_MakeWire(BRepBuilderAPI_MakeEdge(centre, centre.Translated(along)).Edge()).Wire();
    // A negative pitch winds the other way, downwards and backwards: the line in the parameters is the same.
    const Helix helix{2 * M_PI / std::abs(twist) * height, height, 1, 0, twist < 0};
    const TopoDS_Wire guide = helixWire(helix, gp_Ax3(centre, gp_Dir(along)));
    const TopoDS_Shape outer = twisted(shapeOf(a, s, "outer"), spine, guide);
    Shapes inner;
    for (const TopoDS_Shape& hole : shapesOf(a, s, "holes")) {
        inner.push_back(twisted(hole, spine, guide));
    }
    if (inner.empty()) {
        into(a, s, outer);
        return;
    }
    BRepAlgoAPI_Cut cut;
    cut.SetArguments(listOf({outer}));
    cut.SetTools(listOf({compoundOf(inner)}));
    into(a, s, run(cut));
}

}  // namespace

void addPipeOperations(OperationTable& table) {
    table.insert({{"loft", doLoft}, {"sweep", doSweep}, {"twisted_prism", doTwistedPrism}});
}

}  // namespace cadwright
