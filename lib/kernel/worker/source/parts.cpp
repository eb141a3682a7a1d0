#include "parts.hpp"

#include <BRepClass3d.hxx>
#include <BRepProj_Projection.hxx>
#include <BRepTools.hxx>
#include <BRepTools_WireExplorer.hxx>
#include <BRep_Tool.hxx>
#include <TopExp.hxx>
#include <TopoDS.hxx>
#include <TopoDS_Edge.hxx>
#include <TopoDS_Face.hxx>
#include <TopoDS_Iterator.hxx>
#include <TopoDS_Shell.hxx>
#include <TopoDS_Solid.hxx>
#include <TopoDS_Wire.hxx>

#include "failure.hpp"
#include "operands.hpp"
#include "solids.hpp"

namespace cadwright {
namespace {

TopoDS_Shape numbered(const std::vector<TopoDS_Shape>& shapes, std::int64_t index) {
    if (index < 0 || index >= static_cast<std::int64_t>(shapes.size())) {
        fail(Category::Runtime, "part.index", "the shape has no such part");
    }
    return shapes[static_cast<std::size_t>(index)];
}

void doPart(const Arguments& a, Session& s) {
    const TopTools_IndexedMapOfShape parts = partsOf(shapeOf(a, s), kindOf(a, "kind"));
    const std::int64_t index = a.integer("index");
    if (index < 0 || index >= parts.Extent()) {
        fail(Category::Runtime, "part.index", "the shape has no such part");
    }
    into(a, s, parts(static_cast<int>(index) + 1));
}

void doMember(const Arguments& a, Session& s) { into(a, s, numbered(membersOf(shapeOf(a, s)), a.integer("index"))); }

void doOuter(const Arguments& a, Session& s) {
    const TopoDS_Shape& shape = shapeOf(a, s);
    if (shape.ShapeType() == TopAbs_FACE) {
        into(a, s, BRepTools::OuterWire(TopoDS::Face(shape)));
    } else if (shape.ShapeType() == TopAbs_SOLID) {
        into(a, s, BRepClass3d::OuterShell(TopoDS::Solid(shape)));
    } else {
        fail(Category::Runtime, "part.outer", "only a face or a solid has an outside");
    }
}

void doProject(const Arguments& a, Session& s) {
    const TopoDS_Shape& shape = shapeOf(a, s);
    if (shape.ShapeType() != TopAbs_EDGE && shape.ShapeType() != TopAbs_WIRE) {
        fail(Category::Runtime, "project.kind", "only an edge or a wire can be projected");
    }
    BRepProj_Projection projection(shape, shapeOf(a, s, "onto"), directionOf(a, "along"));
    Shapes wires;
    for (; projection.More(); projection.Next()) {
        wires.push_back(projection.Current());
    }
    into(a, s, compoundOf(wires));
}

}  // namespace

TopTools_IndexedMapOfShape partsOf(const TopoDS_Shape& shape, TopAbs_ShapeEnum kind) {
    TopTools_IndexedMapOfShape parts;
    TopExp::MapShapes(shape, kind, parts);
    if (kind != TopAbs_EDGE) {
        return parts;
    }
    TopTools_IndexedMapOfShape edges;
    for (const TopoDS_Shape& edge : listed(parts)) {
        if (!BRep_Tool::Degenerated(TopoDS::Edge(edge))) {
            edges.Add(edge);
        }
    }
    return edges;
}

std::vector<TopoDS_Shape> listed(const TopTools_IndexedMapOfShape& map) { return {map.cbegin(), map.cend()}; }

std::vector<TopoDS_Shape> membersOf(const TopoDS_Shape& shape) {
    std::vector<TopoDS_Shape> members;
    if (shape.ShapeType() == TopAbs_WIRE) {
        for (BRepTools_WireExplorer edges(TopoDS::Wire(shape)); edges.More(); edges.Next()) {
            members.push_back(edges.Current());
        }
        return members;
    }
    for (TopoDS_Iterator each(shape); each.More(); each.Next()) {
        members.push_back(each.Value());
    }
    return members;
}

void addPartOperations(OperationTable& table) {
    table.insert({{"part", doPart}, {"member", doMember}, {"outer", doOuter}, {"project", doProject}});
}

}  // namespace cadwright
