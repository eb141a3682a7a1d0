// Results body by body, for formats that keep them apart, with the names and colours of an assembly's parts.
#include "failure.hpp"
#include "formats.hpp"
#include "little_endian.hpp"
#include "mesh.hpp"
#include "operands.hpp"
#include "solids.hpp"
#include "step.hpp"

namespace cadwright {
namespace {

void writeBody(const Mesh& mesh, cbor::Writer& result) {
    result.map(3);
    result.text("vertices");
    result.bytes(littleEndian(mesh.vertices));
    result.text("triangles");
    result.bytes(littleEndian(mesh.triangles));
    result.text("edges");
    result.array(mesh.edges.size());
    for (const auto& edge : mesh.edges) {
        result.bytes(littleEndian(edge));
    }
}

// For each shape its solids; a shape without any counts as one body.
void doBodies(const Arguments& a, Session& s) {
    answerWith(a, s, [&](cbor::Writer& result) {
        const Shapes shapes = shapesOf(a, s, "shapes");
        const Deflection deflection = scaledTo(compoundOf(shapes), deflectionOf(a));
        std::int64_t left = s.mostTriangles;
        result.array(shapes.size());
        for (const TopoDS_Shape& shape : shapes) {
            const Shapes solids = uniqueSolids(shape);
            const Shapes bodies = solids.empty() ? Shapes{shape} : solids;
            result.array(bodies.size());
            for (const TopoDS_Shape& body : bodies) {
                const Mesh mesh = triangulate(body, deflection, left);
                left -= static_cast<std::int64_t>(mesh.triangles.size() / 3);
                writeBody(mesh, result);
            }
        }
    });
}

void append(const Arguments& a, const Session& s, std::vector<StepPart>& parts) {
    StepPart part;
    if (a.has("colour")) {
        part.colour = a.numbers<3>("colour");
    }
    const std::string& name = a.text("name");
    int number = 0;
    for (const TopoDS_Shape& solid : uniqueSolids(shapeOf(a, s))) {
        ++number;
        part.solid = solid;
        part.name = number == 1 ? name : name + " " + std::to_string(number);
        parts.push_back(part);
    }
}

void doWriteAssembly(const Arguments& a, Session& s) {
    answerWith(a, s, [&](cbor::Writer& result) {
        std::vector<StepPart> parts;
        for (const auto& entry : a.array("parts")) {
            append(Arguments(entry), s, parts);
        }
        if (parts.empty()) {
            fail(Category::NoResult, "shape.no_solid", "the assembly holds no solid");
        }
        result.bytes(writeStep(parts, stepFormatOf(a)));
    });
}

}  // namespace

void addBodyOperations(OperationTable& table) {
    table.insert({{"bodies", doBodies}, {"write_assembly", doWriteAssembly}});
}

}  // namespace cadwright
