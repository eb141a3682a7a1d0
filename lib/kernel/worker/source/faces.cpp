// Surfaces with a boundary.
#include <BRepBuilderAPI_MakeFace.hxx>
#include <BRepFill.hxx>
#include <BRepLib_FindSurface.hxx>
#include <BRepOffsetAPI_MakeFilling.hxx>
#include <BRep_Tool.hxx>
#include <GeomAPI_PointsToBSplineSurface.hxx>
#include <Geom_BSplineSurface.hxx>
#include <Precision.hxx>
#include <ShapeFix_Face.hxx>
#include <ShapeFix_Shape.hxx>
#include <TColgp_Array2OfPnt.hxx>
#include <TopExp.hxx>
#include <TopTools_IndexedMapOfShape.hxx>
#include <TopoDS.hxx>
#include <TopoDS_Edge.hxx>
#include <TopoDS_Face.hxx>
#include <TopoDS_Shell.hxx>
#include <gp_Pln.hxx>

#include "failure.hpp"
#include "operands.hpp"
#include "parts.hpp"
#include "planar_face.hpp"
#include "solids.hpp"
#include "validity.hpp"

namespace cadwright {
namespace {

TopoDS_Shape repaired(const TopoDS_Shape& shape) {
    ShapeFix_Shape fix(shape);
    fix.Perform();
    return fix.Shape();
}

TopoDS_Wire wireOf(const TopoDS_Shape& shape) {
    if (shape.IsNull() || shape.ShapeType() != TopAbs_WIRE) {
        fail(Category::Runtime, "face.wire", "a face is bounded by wires");
    }
    return TopoDS::Wire(shape);
}

// The wires of a compound stand for themselves.
void addWires(const TopoDS_Shape& shape, Shapes& wires) {
    if (shape.ShapeType() != TopAbs_COMPOUND) {
        wires.push_back(wireOf(shape));
        return;
    }
    for (const TopoDS_Shape& member : membersOf(shape)) {
        wires.push_back(wireOf(member));
    }
}

// What is wrong with a profile concerns all that is made of it: a boolean operation may hide it.
void doFace(const Arguments& a, Session& s) {
    Shapes wires;
    addWires(shapeOf(a, s, "outer"), wires);
    for (const TopoDS_Shape& hole : shapesOf(a, s, "holes")) {
        addWires(hole, wires);
    }
    if (wires.empty()) {
        fail(Category::Runtime, "face.wire", "a face is bounded by wires");
    }
    const TopoDS_Shape face = planarFace(wireOf(wires.front()), Shapes(wires.begin() + 1, wires.end()));
    if (a.flag("profile")) {
        s.profileDefects.merge(defectsOf(face));
    }
    into(a, s, face);
}

void doNestedFaces(const Arguments& a, Session& s) {
    Shapes wires;
    for (const TopoDS_Shape& wire : shapesOf(a, s, "wires")) {
        addWires(wire, wires);
    }
    if (wires.empty()) {
        fail(Category::Runtime, "face.wire", "a face is bounded by wires");
    }
    const TopoDS_Shape found = planarFace(wireOf(wires.front()), Shapes(wires.begin() + 1, wires.end()));
    TopTools_IndexedMapOfShape faces;
    TopExp::MapShapes(found, TopAbs_FACE, faces);
    into(a, s, compoundOf(listed(faces)));
}

void doRectangle(const Arguments& a, Session& s) {
    const gp_Pln plane{gp_Ax3(frameOf(a))};
    const double x = lengthOf(a, "xSize") / 2, y = lengthOf(a, "ySize") / 2;
    BRepBuilderAPI_MakeFace face =
        x == 0 || y == 0 ? BRepBuilderAPI_MakeFace(plane) : BRepBuilderAPI_MakeFace(plane, -x, x, -y, y);
    if (!face.IsDone()) {
        fail(Category::Runtime, "face.rectangle", "no rectangle has these sizes");
    }
    into(a, s, face.Face());
}

void doRuled(const Arguments& a, Session& s) {
    const TopoDS_Shape &first = shapeOf(a, s, "first"), &second = shapeOf(a, s, "second");
    if (first.ShapeType() == TopAbs_EDGE && second.ShapeType() == TopAbs_EDGE) {
        into(a, s, BRepFill::Face(TopoDS::Edge(first), TopoDS::Edge(second)));
    } else {
        into(a, s, BRepFill::Shell(wireOf(first), wireOf(second)));
    }
}

void doFill(const Arguments& a, Session& s) {
    BRepOffsetAPI_MakeFilling filling(
        static_cast<int>(a.integer("degree")), static_cast<int>(a.integer("pointsOnCurve")),
        static_cast<int>(a.integer("iterations")), a.flag("anisotropic"), a.number("tolerance2d"), a.number("tolerance3d"),
        a.number("angularTolerance"), a.number("curvatureTolerance"), static_cast<int>(a.integer("maximumDegree")),
        static_cast<int>(a.integer("maximumSegments")));
    for (const TopoDS_Shape& shape : shapesOf(a, s, "edges")) {
        TopTools_IndexedMapOfShape edges;
        TopExp::MapShapes(shape, TopAbs_EDGE, edges);
        for (const TopoDS_Shape& edge : listed(edges)) {
            filling.Add(TopoDS::Edge(edge), GeomAbs_C0);
        }
    }
    for (const gp_Pnt& point : pointsOf(a, "points")) {
        filling.Add(point);
    }
    filling.Build();
    if (!filling.IsDone()) {
        fail(Category::Runtime, "face.filling", "no surface fills these edges");
    }
    into(a, s, repaired(filling.Shape()));
}

TColgp_Array2OfPnt gridOf(const Arguments& a) {
    const std::vector<gp_Pnt> points = pointsOf(a, "points");
    const auto rows = a.integer("rows");
    if (rows < 2 || points.size() % static_cast<std::size_t>(rows) != 0 || points.size() < 2 * static_cast<std::size_t>(rows)) {
        fail(Category::Runtime, "face.grid", "the points are no grid of two rows and columns or more");
    }
    const auto columns = points.size() / static_cast<std::size_t>(rows);
    TColgp_Array2OfPnt grid(1, static_cast<int>(rows), 1, static_cast<int>(columns));
    for (std::size_t i = 0; i < points.size(); ++i) {
        grid.SetValue(static_cast<int>(i / columns) + 1, static_cast<int>(i % columns) + 1, points[i]);
    }
    return grid;
}

void doSurfaceNear(const Arguments& a, Session& s) {
    const TColgp_Array2OfPnt grid = gridOf(a);
    const std::vector<double> weights = numbersOf(a, "smoothing");
    const int most = static_cast<int>(a.integer("maximumDegree")), least = static_cast<int>(a.integer("minimumDegree"));
    const double tolerance = a.number("tolerance");
    const GeomAPI_PointsToBSplineSurface surface = weights.size() == 3
        ? GeomAPI_PointsToBSplineSurface(grid, weights[0], weights[1], weights[2], most, GeomAbs_C2, tolerance)
        : GeomAPI_PointsToBSplineSurface(grid, least, most, GeomAbs_C2, tolerance);
    if (!surface.IsDone()) {
        fail(Category::Runtime, "face.grid", "no surface comes near these points");
    }
    into(a, s, BRepBuilderAPI_MakeFace(surface.Surface(), Precision::Confusion()).Face());
}

}  // namespace

TopoDS_Shape planarFace(const TopoDS_Wire& outer, const std::vector<TopoDS_Shape>& holes) {
    if (!holes.empty() && !BRep_Tool::IsClosed(outer)) {
        fail(Category::Runtime, "face.open", "the outer wire of a face is not closed");
    }
    std::vector<TopoDS_Shape> wires{outer};
    wires.insert(wires.end(), holes.begin(), holes.end());
    if (!BRepLib_FindSurface(compoundOf(wires), -1, true).Found()) {
        fail(Category::Runtime, "face.plane", "the wires of a face do not lie in one plane");
    }
    BRepBuilderAPI_MakeFace maker(wireOf(repaired(outer)), true);
    for (const TopoDS_Shape& hole : holes) {
        if (!BRep_Tool::IsClosed(hole)) {
            fail(Category::Runtime, "face.open", "an inner wire of a face is not closed");
        }
        maker.Add(wireOf(hole));
    }
    if (!maker.IsDone()) {
        fail(Category::Runtime, "face.refused", "no plane face is bounded by this wire");
    }
    ShapeFix_Face fix(maker.Face());
    fix.FixOrientation();
    fix.Perform();
    return fix.Result();
}

void addFaceOperations(OperationTable& table) {
    table.insert({{"face", doFace},
                  {"nested_faces", doNestedFaces},
                  {"rectangle", doRectangle},
                  {"ruled", doRuled},
                  {"fill", doFill},
                  {"surface_near", doSurfaceNear}});
}

}  // namespace cadwright
