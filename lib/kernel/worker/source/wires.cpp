// Connected edges.
#include <BRepBuilderAPI_MakeEdge.hxx>
#include <BRepBuilderAPI_MakePolygon.hxx>
#include <BRepBuilderAPI_MakeWire.hxx>
#include <BRepFilletAPI_MakeFillet2d.hxx>
#include <BRepLib.hxx>
#include <BRepOffsetAPI_MakeOffset.hxx>
#include <BRepTools.hxx>
#include <GCE2d_MakeSegment.hxx>
#include <Geom2d_Line.hxx>
#include <Geom2d_TrimmedCurve.hxx>
#include <Geom_ConicalSurface.hxx>
#include <Geom_CylindricalSurface.hxx>
#include <Precision.hxx>
#include <ShapeAnalysis_FreeBounds.hxx>
#include <ShapeFix_Shape.hxx>
#include <TopExp.hxx>
#include <TopTools_HSequenceOfShape.hxx>
#include <TopTools_IndexedDataMapOfShapeListOfShape.hxx>
#include <TopTools_IndexedMapOfShape.hxx>
#include <TopoDS.hxx>
#include <TopoDS_Edge.hxx>
#include <TopoDS_Face.hxx>
#include <TopoDS_Vertex.hxx>
#include <TopoDS_Wire.hxx>
#include <cmath>
#include <gp_Dir2d.hxx>

#include "algorithm.hpp"
#include "failure.hpp"
#include "helix.hpp"
#include "operands.hpp"
#include "planar_face.hpp"
#include "solids.hpp"

namespace cadwright {
namespace {

// All edges of the shapes, each once, in order.
std::vector<TopoDS_Shape> edgesOf(const Shapes& shapes) {
    std::vector<TopoDS_Shape> edges;
    for (const TopoDS_Shape& shape : shapes) {
        TopTools_IndexedMapOfShape map;
        TopExp::MapShapes(shape, TopAbs_EDGE, map);
        for (int i = 1; i <= map.Extent(); ++i) {
            edges.push_back(map(i));
        }
    }
    return edges;
}

void doWire(const Arguments& a, Session& s) {
    BRepBuilderAPI_MakeWire maker;
    maker.Add(listOf(edgesOf(shapesOf(a, s, "edges"))));
    if (!maker.IsDone()) {
        fail(Category::Runtime, "wire.disconnected", "the edges do not make one wire: some do not meet");
    }
    into(a, s, maker.Wire());
}

void doConnect(const Arguments& a, Session& s) {
    Handle(TopTools_HSequenceOfShape) edges = new TopTools_HSequenceOfShape, wires = new TopTools_HSequenceOfShape;
    for (const TopoDS_Shape& edge : edgesOf(shapesOf(a, s, "edges"))) {
        edges->Append(edge);
    }
    ShapeAnalysis_FreeBounds::ConnectEdgesToWires(edges, a.number("tolerance"), false, wires);
    Shapes found;
    for (const TopoDS_Shape& wire : *wires) {
        found.push_back(wire);
    }
    into(a, s, compoundOf(found));
}

void doPolygon(const Arguments& a, Session& s) {
    BRepBuilderAPI_MakePolygon maker;
    for (const gp_Pnt& point : pointsOf(a, "points")) {
        maker.Add(point);
    }
    if (a.flag("closed")) {
        maker.Close();
    }
    if (!maker.IsDone()) {
        fail(Category::Runtime, "wire.points", "no line goes through these points");
    }
    into(a, s, maker.Wire());
}

void doHelix(const Arguments& a, Session& s) {
    const Helix helix{positiveOf(a, "pitch"), positiveOf(a, "height"), positiveOf(a, "radius"), angleOf(a, "taper"),
                      a.flag("leftHanded")};
    into(a, s, helixWire(helix, frameOf(a)));
}

GeomAbs_JoinType joinOf(const Arguments& a) {
    const std::string& join = a.text("join");
    return join == "arc" ? GeomAbs_Arc : join == "tangent" ? GeomAbs_Tangent : GeomAbs_Intersection;
}

void doOffset(const Arguments& a, Session& s) {
    BRepOffsetAPI_MakeOffset offset;
    offset.Init(joinOf(a));
    offset.AddWire(TopoDS::Wire(shapeOf(a, s)));
    offset.Perform(lengthOf(a, "distance"));
    const TopoDS_Shape result = offset.Shape();
    if (result.IsNull()) {
        fail(Category::Runtime, "offset.empty", "the offset leaves nothing of the wire");
    }
    into(a, s, result.ShapeType() == TopAbs_COMPOUND ? result : compoundOf({result}));
}

TopoDS_Shape rounded(const TopoDS_Face& face, const Shapes& vertices, double radius) {
    BRepFilletAPI_MakeFillet2d maker(face);
    for (const TopoDS_Shape& vertex : vertices) {
        maker.AddFillet(TopoDS::Vertex(vertex), radius);
    }
    maker.Build();
    return maker.Shape();
}

TopoDS_Shape bevelled(const TopoDS_Face& face, const Shapes& vertices, double length) {
    TopTools_IndexedDataMapOfShapeListOfShape around;
    TopExp::MapShapesAndAncestors(face, TopAbs_VERTEX, TopAbs_EDGE, around);
    BRepFilletAPI_MakeFillet2d maker(face);
    for (const TopoDS_Shape& vertex : vertices) {
        const auto* edges = around.Seek(vertex);
        if (edges == nullptr || edges->Extent() < 2) {
            fail(Category::Runtime, "corner.vertex", "no corner is at this vertex");
        }
        maker.AddChamfer(TopoDS::Edge(edges->First()), TopoDS::Edge(edges->Last()), length, length);
    }
    maker.Build();
    ShapeFix_Shape fix(maker.Shape());
    fix.Perform();
    return fix.Shape();
}

void doCorners(const Arguments& a, Session& s) {
    const TopoDS_Shape& shape = shapeOf(a, s);
    const bool isFace = shape.ShapeType() == TopAbs_FACE;
    const TopoDS_Face face = TopoDS::Face(isFace ? shape : planarFace(TopoDS::Wire(shape), {}));
    const Shapes vertices = shapesOf(a, s, "vertices");
    const double size = positiveOf(a, "size");
    const TopoDS_Shape result = a.flag("rounded") ? rounded(face, vertices, size) : bevelled(face, vertices, size);
    if (result.IsNull() || result.ShapeType() != TopAbs_FACE) {
        fail(Category::Runtime, "corner.refused", "the corners cannot be rounded or bevelled by this much");
    }
    into(a, s, isFace ? result : TopoDS_Shape(BRepTools::OuterWire(TopoDS::Face(result))));
}

}  // namespace

TopoDS_Wire helixWire(const Helix& helix, const gp_Ax3& frame) {
    const double turns = helix.height / helix.pitch;
    if (!(turns <= 10'000)) {
        fail(Category::Runtime, "helix.turns", "a helix has more than ten thousand turns");
    }
    Handle(Geom_Surface) surface;
    if (helix.taper == 0) {
        surface = new Geom_CylindricalSurface(frame, helix.radius);
    } else {
        surface = new Geom_ConicalSurface(frame, helix.taper, helix.radius);
    }
    const Handle(Geom2d_Line) line =
        new Geom2d_Line(gp_Pnt2d(0, 0), gp_Dir2d(helix.leftHanded ? -2 * M_PI : 2 * M_PI, helix.pitch));
    const gp_Pnt2d end = line->Value(turns * std::hypot(2 * M_PI, helix.pitch));
    const Handle(Geom2d_TrimmedCurve) segment = GCE2d_MakeSegment(line->Value(0), end).Value();
    TopoDS_Wire wire = BRepBuilderAPI_MakeWire(BRepBuilderAPI_MakeEdge(segment, surface).Edge()).Wire();
    BRepLib::BuildCurves3d(wire, 1e-6, GeomAbs_C1, 14, 2000);
    return wire;
}

void addWireOperations(OperationTable& table) {
    table.insert({{"wire", doWire},
                  {"connect", doConnect},
                  {"polygon", doPolygon},
                  {"helix", doHelix},
                  {"offset_wire", doOffset},
                  {"corners", doCorners}});
}

}  // namespace cadwright
