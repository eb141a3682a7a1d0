#include "face_mesher.hpp"

#include <BRepMesh_Context.hxx>
#include <BRepMesh_CylinderRangeSplitter.hxx>
#include <BRepMesh_DataStructureOfDelaun.hxx>
#include <BRepMesh_DefaultRangeSplitter.hxx>
#include <BRepMesh_DelaunayBaseMeshAlgo.hxx>
#include <BRepMesh_FaceDiscret.hxx>
#include <BRepMesh_MeshAlgoFactory.hxx>
#include <BRepMesh_NodeInsertionMeshAlgo.hxx>
#include <algorithm>
#include <utility>
#include <vector>

#include "polygon.hpp"

namespace cadwright {
namespace {

// Beyond this many points Delaunay's way is the faster one.
constexpr int kMostPoints = 600;

using Structure = Handle(BRepMesh_DataStructureOfDelaun);

// The boundary of a face as the mesher has it, in the parameters of its surface.
class Boundary {
public:
    explicit Boundary(const Structure& structure) : points_(1) {
        for (int i = 1; i <= structure->NbNodes(); ++i) {
            points_.push_back(structure->GetNode(i).Coord());
        }
        loops_ = loopsOf(structure);
    }

    const std::vector<gp_XY>& points() const { return points_; }

    // The outline first; none where the boundary is anything but simple loops of which one holds the others.
    const std::vector<std::vector<int>>& loops() const { return loops_; }

private:
    std::vector<std::vector<int>> loopsOf(const Structure& structure) const {
        const int count = structure->NbNodes();
        std::vector<int> next(static_cast<std::size_t>(count) + 1, 0);
        if (count > kMostPoints || structure->NbLinks() != count) {
            return {};
        }
        for (int i = 1; i <= structure->NbLinks(); ++i) {
            const BRepMesh_Edge& link = structure->GetLink(i);
            int& follower = next[static_cast<std::size_t>(link.FirstNode())];
            if (link.Movability() != BRepMesh_Frontier || follower != 0) {
                return {};
            }
            follower = link.LastNode();
        }
        return sorted(chains(next));
    }

    static std::vector<std::vector<int>> chains(std::vector<int>& next) {
        std::vector<std::vector<int>> loops;
        for (std::size_t start = 1; start < next.size(); ++start) {
            std::vector<int> loop;
            for (auto node = start; next[node] != 0;) {
                loop.push_back(static_cast<int>(node));
                node = static_cast<std::size_t>(std::exchange(next[node], 0));
            }
            if (loop.size() >= 3) {
                loops.push_back(std::move(loop));
            } else if (!loop.empty()) {
                return {};
            }
        }
        return loops;
    }

    std::vector<std::vector<int>> sorted(std::vector<std::vector<int>> loops) const {
        const auto isOutline = [&](const std::vector<int>& loop) { return doubledArea(points_, loop) > 0; };
        if (std::ranges::count_if(loops, isOutline) != 1) {
            return {};
        }
        std::ranges::iter_swap(loops.begin(), std::ranges::find_if(loops, isOutline));
        return loops;
    }

    std::vector<gp_XY> points_;
    std::vector<std::vector<int>> loops_;
};

void add(const std::vector<Corners>& triangles, const Structure& structure) {
    for (const Corners& corners : triangles) {
        int edges[3];
        bool senses[3];
        for (std::size_t i = 0; i < 3; ++i) {
            const int link = structure->AddLink(BRepMesh_Edge(corners[i], corners[(i + 1) % 3], BRepMesh_Free));
            edges[i] = std::abs(link);
            senses[i] = link > 0;
        }
        structure->AddElement(BRepMesh_Triangle(edges, senses, BRepMesh_Free));
    }
}

using PlaneAlgorithm = BRepMesh_NodeInsertionMeshAlgo<BRepMesh_DefaultRangeSplitter, BRepMesh_DelaunayBaseMeshAlgo>;

class PlaneMesher : public PlaneAlgorithm {
protected:
    void generateMesh(const Message_ProgressRange& range) override {
        const Boundary boundary(getStructure());
        if (!boundary.loops().empty()) {
            if (const auto triangles = cutEars(boundary.points(), boundary.loops())) {
                add(*triangles, getStructure());
                return;
            }
        }
        PlaneAlgorithm::generateMesh(range);
    }
};

using CylinderAlgorithm = BRepMesh_NodeInsertionMeshAlgo<BRepMesh_CylinderRangeSplitter, BRepMesh_DelaunayBaseMeshAlgo>;

// Between two circles at the ends a strip of triangles is all that it takes: none spans more of the arc than the circles'
// own steps.
class CylinderMesher : public CylinderAlgorithm {
protected:
    void generateMesh(const Message_ProgressRange& range) override {
        const Boundary boundary(getStructure());
        if (boundary.loops().size() == 1) {
            if (const auto triangles = strip(boundary.points(), boundary.loops().front())) {
                add(*triangles, getStructure());
                return;
            }
        }
        CylinderAlgorithm::generateMesh(range);
    }
};

class MesherFactory : public BRepMesh_MeshAlgoFactory {
public:
    Handle(IMeshTools_MeshAlgo) GetAlgo(GeomAbs_SurfaceType type, const IMeshTools_Parameters& parameters) const override {
        if (type == GeomAbs_Plane) {
            return new PlaneMesher;
        }
        return type == GeomAbs_Cylinder ? Handle(IMeshTools_MeshAlgo)(new CylinderMesher)
                                        : BRepMesh_MeshAlgoFactory::GetAlgo(type, parameters);
    }
};

}  // namespace

Handle(IMeshTools_Context) meshContext() {
    const Handle(IMeshTools_Context) context = new BRepMesh_Context;
    context->SetFaceDiscret(new BRepMesh_FaceDiscret(new MesherFactory));
    return context;
}

}  // namespace cadwright
