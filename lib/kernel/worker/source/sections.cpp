#include "sections.hpp"

#include <BRepFill_CompatibleWires.hxx>
#include <BRep_Builder.hxx>
#include <TopExp_Explorer.hxx>
#include <TopTools_SequenceOfShape.hxx>
#include <TopoDS.hxx>
#include <TopoDS_Edge.hxx>
#include <TopoDS_Vertex.hxx>
#include <TopoDS_Wire.hxx>

#include <algorithm>

#include "failure.hpp"

namespace cadwright {
namespace {

constexpr double MATCH = 0.1;

// A wire of one edge without length: how OCCT keeps a skin's pointed end.
TopoDS_Wire pointed(const TopoDS_Vertex& vertex) {
    BRep_Builder builder;
    TopoDS_Edge edge;
    builder.MakeEdge(edge);
    builder.Add(edge, vertex.Oriented(TopAbs_FORWARD));
    builder.Add(edge, vertex.Oriented(TopAbs_REVERSED));
    builder.Degenerated(edge, true);
    TopoDS_Wire wire;
    builder.MakeWire(wire);
    builder.Add(wire, edge);
    wire.Closed(true);
    return wire;
}

TopTools_SequenceOfShape fitted(const TopTools_SequenceOfShape& wires) {
    BRepFill_CompatibleWires fit(wires);
    fit.SetPercent(MATCH);
    fit.Perform();
    if (!fit.IsDone()) {
        fail(Category::Runtime, "loft.refused", "the sections do not fit each other");
    }
    return fit.Shape();
}

int edgesOf(const TopoDS_Shape& wire) {
    int count = 0;
    for (TopExp_Explorer edge(wire, TopAbs_EDGE); edge.More(); edge.Next()) {
        ++count;
    }
    return count;
}

// Sections with corners and as many edges each need no cuts, only a begin: it hangs on where the neighbours lie.
bool needBeginsOnly(const std::vector<TopoDS_Shape>& sections) {
    const int edges = edgesOf(sections.front());
    return sections.size() > 2 && edges > 1 && std::ranges::all_of(sections, [&](const TopoDS_Shape& section) {
        return section.ShapeType() == TopAbs_WIRE && section.Closed() && edgesOf(section) == edges;
    });
}

}  // namespace

std::vector<TopoDS_Shape> compatibleSections(const std::vector<TopoDS_Shape>& sections) {
    TopTools_SequenceOfShape wires;
    for (const TopoDS_Shape& section : sections) {
        wires.Append(section.ShapeType() == TopAbs_VERTEX ? pointed(TopoDS::Vertex(section)) : section);
    }
    if (needBeginsOnly(sections)) {
        for (int i = 2; i <= wires.Length(); ++i) {
            TopTools_SequenceOfShape pair;
            pair.Append(wires(i - 1));
            pair.Append(wires(i));
            const TopTools_SequenceOfShape fit = fitted(pair);
            wires(i - 1) = fit(1);
            wires(i) = fit(2);
        }
    } else {
        wires = fitted(wires);
    }
    std::vector<TopoDS_Shape> result;
    for (const TopoDS_Shape& wire : wires) {
        result.push_back(wire);
    }
    return result;
}

}  // namespace cadwright
