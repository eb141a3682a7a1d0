// Triangulation of the solids of a shape.
#pragma once

#include <TopoDS_Shape.hxx>
#include <cstdint>
#include <vector>

namespace cadwright {

enum class DeflectionScale { Absolute, LongestSide, EachEdge };

struct Deflection {
    double linear;
    DeflectionScale scale;
    double angular;
};

struct Mesh {
    std::vector<double> vertices;        // x y z
    std::vector<std::int32_t> triangles; // triples of vertices, counter-clockwise seen from outside
    std::vector<std::vector<std::int32_t>> edges; // vertices along each edge, without seams and poles
};

// Faces share the vertices of their common edges, so that a closed shell gives a closed mesh. The triangulation is not
// left in the shape. Fails as exhausted beyond the given number of triangles.
Mesh triangulate(const TopoDS_Shape& shape, const Deflection& deflection, std::int64_t mostTriangles);

// The deflection as a length, where it is a share of the shape's longest side.
Deflection scaledTo(const TopoDS_Shape& shape, const Deflection& deflection);

}  // namespace cadwright
