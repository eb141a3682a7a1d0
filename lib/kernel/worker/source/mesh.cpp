#include "mesh.hpp"

#include <BRepMesh_IncrementalMesh.hxx>
#include <BRepTools.hxx>
#include <BRep_Tool.hxx>
#include <Poly_PolygonOnTriangulation.hxx>
#include <Poly_Triangulation.hxx>
#include <Precision.hxx>
#include <TopExp.hxx>
#include <TopExp_Explorer.hxx>
#include <TopTools_IndexedMapOfShape.hxx>
#include <TopTools_MapOfShape.hxx>
#include <TopoDS.hxx>
#include <TopoDS_Edge.hxx>
#include <TopoDS_Face.hxx>
#include <TopoDS_Vertex.hxx>
#include <cmath>
#include <utility>

#include "failure.hpp"
#include "face_mesher.hpp"
#include "properties.hpp"
#include "solids.hpp"

namespace cadwright {
namespace {

// Gathers the triangles of faces. Nodes on an edge are the same vertices for every face around the edge.
class Weld {
public:
    explicit Weld(std::int64_t mostTriangles) : mostTriangles_(static_cast<std::size_t>(mostTriangles)) {}

    void add(const TopoDS_Face& face) {
        TopLoc_Location location;
        const Handle(Poly_Triangulation) triangulation = BRep_Tool::Triangulation(face, location);
        if (triangulation.IsNull()) {
            fail(Category::Runtime, "mesh.face", "a face cannot be triangulated");
        }
        const gp_Trsf movement = location.Transformation();
        std::vector<std::int32_t> ids(static_cast<std::size_t>(triangulation->NbNodes()) + 1, kNone);
        const auto point = [&](int node) { return triangulation->Node(node).Transformed(movement); };
        for (TopExp_Explorer edges(face, TopAbs_EDGE); edges.More(); edges.Next()) {
            const TopoDS_Edge edge = TopoDS::Edge(edges.Current());
            nameEdge(edge, triangulation, location, point, ids);
            if (BRep_Tool::Degenerated(edge) || BRep_Tool::IsClosed(edge, face)) {
                hidden_.Add(edge);
            }
        }
        for (int node = 1; node <= triangulation->NbNodes(); ++node) {
            if (auto& id = ids[static_cast<std::size_t>(node)]; id == kNone) {
                id = vertex(point(node));
            }
        }
        addTriangles(*triangulation, ids, face.Orientation() == TopAbs_REVERSED);
    }

    Mesh take() {
        for (std::size_t i = 0; i < edgeNodes_.size(); ++i) {
            if (edgeNodes_[i].size() > 1 && !hidden_.Contains(edges_(static_cast<int>(i) + 1))) {
                mesh_.edges.push_back(std::move(edgeNodes_[i]));
            }
        }
        return std::move(mesh_);
    }

private:
    static constexpr std::int32_t kNone = -1;

    template <class Point>
    void nameEdge(
        const TopoDS_Edge& edge, const Handle(Poly_Triangulation)& triangulation, const TopLoc_Location& location,
        const Point& point, std::vector<std::int32_t>& ids) {
        const Handle(Poly_PolygonOnTriangulation) polygon = BRep_Tool::PolygonOnTriangulation(edge, triangulation, location);
        if (polygon.IsNull()) {
            return;
        }
        const int count = polygon->NbNodes();
        auto& known = nodesOf(edge);
        if (known.empty()) {
            for (int i = 0; i < count; ++i) {
                known.push_back(edgeVertex(edge, i, count, point(polygon->Node(i + 1))));
            }
        }
        if (known.size() != static_cast<std::size_t>(count)) {
            fail(Category::Runtime, "mesh.edge", "two faces divide their common edge differently");
        }
        for (int i = 0; i < count; ++i) {
            ids[static_cast<std::size_t>(polygon->Node(i + 1))] = known[static_cast<std::size_t>(i)];
        }
    }

    // The ends of an edge are vertices of the shape; a degenerated edge is one vertex all along.
    std::int32_t edgeVertex(const TopoDS_Edge& edge, int index, int count, const gp_Pnt& point) {
        TopoDS_Vertex start, end;
        TopExp::Vertices(edge, start, end);
        const bool degenerated = BRep_Tool::Degenerated(edge);
        if ((index == 0 || degenerated) && !start.IsNull()) {
            return corner(start, point);
        }
        if (index == count - 1 && !end.IsNull()) {
            return corner(end, point);
        }
        return vertex(point);
    }

    std::vector<std::int32_t>& nodesOf(const TopoDS_Edge& edge) {
        const auto index = static_cast<std::size_t>(edges_.Add(edge));
        if (edgeNodes_.size() < index) {
            edgeNodes_.resize(index);
        }
        return edgeNodes_[index - 1];
    }

    std::int32_t corner(const TopoDS_Vertex& shape, const gp_Pnt& point) {
        const auto index = static_cast<std::size_t>(corners_.Add(shape));
        if (cornerIds_.size() < index) {
            cornerIds_.push_back(vertex(point));
        }
        return cornerIds_[index - 1];
    }

    std::int32_t vertex(const gp_Pnt& point) {
        mesh_.vertices.insert(mesh_.vertices.end(), {point.X(), point.Y(), point.Z()});
        return static_cast<std::int32_t>(mesh_.vertices.size() / 3 - 1);
    }

    void addTriangles(const Poly_Triangulation& triangulation, const std::vector<std::int32_t>& ids, bool reversed) {
        for (int i = 1; i <= triangulation.NbTriangles(); ++i) {
            int nodes[3];
            triangulation.Triangle(i).Get(nodes[0], nodes[1], nodes[2]);
            const auto a = ids[static_cast<std::size_t>(nodes[0])];
            const auto b = ids[static_cast<std::size_t>(nodes[reversed ? 2 : 1])];
            const auto c = ids[static_cast<std::size_t>(nodes[reversed ? 1 : 2])];
            if (a != b && b != c && c != a) {
                mesh_.triangles.insert(mesh_.triangles.end(), {a, b, c});
            }
        }
        if (mesh_.triangles.size() / 3 > mostTriangles_) {
            fail(Category::Exhausted, "mesh.triangles", "the mesh has more triangles than the budget allows");
        }
    }

    std::size_t mostTriangles_;
    Mesh mesh_;
    TopTools_IndexedMapOfShape edges_, corners_;
    TopTools_MapOfShape hidden_;  // seams and poles
    std::vector<std::vector<std::int32_t>> edgeNodes_;
    std::vector<std::int32_t> cornerIds_;
};

// Takes the triangulation out of the shape again, however the work ends.
class Triangulated {
public:
    Triangulated(const TopoDS_Shape& shape, const Deflection& deflection) : shape_(shape) {
        BRepTools::Clean(shape_);
        BRepMesh_IncrementalMesh mesher;
        mesher.SetShape(shape_);
        mesher.ChangeParameters().Deflection = deflection.linear;
        mesher.ChangeParameters().Angle = deflection.angular;
        // Of itself it would leave out the pieces of curves that are a tenth of the deflection long, whatever their angle.
        mesher.ChangeParameters().MinSize = Precision::Confusion();
        mesher.ChangeParameters().Relative = deflection.scale == DeflectionScale::EachEdge;
        mesher.Perform(meshContext());
    }
    ~Triangulated() { BRepTools::Clean(shape_); }
    Triangulated(const Triangulated&) = delete;
    Triangulated& operator=(const Triangulated&) = delete;

private:
    const TopoDS_Shape& shape_;
};

}  // namespace

Deflection scaledTo(const TopoDS_Shape& shape, const Deflection& deflection) {
    return deflection.scale == DeflectionScale::LongestSide
        ? Deflection{deflection.linear * boundsOf(shape).longestSide(), DeflectionScale::Absolute, deflection.angular}
        : deflection;
}

Mesh triangulate(const TopoDS_Shape& shape, const Deflection& deflection, std::int64_t mostTriangles) {
    const std::vector<TopoDS_Shape> found = uniqueSolids(shape);
    const TopoDS_Shape solids = found.empty() ? shape : compoundOf(found);
    const Triangulated triangulated(solids, scaledTo(solids, deflection));
    Weld weld(mostTriangles);
    for (TopExp_Explorer faces(solids, TopAbs_FACE); faces.More(); faces.Next()) {
        weld.add(TopoDS::Face(faces.Current()));
    }
    return weld.take();
}

}  // namespace cadwright
