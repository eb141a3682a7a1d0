#include "operations.hpp"

#include <algorithm>
#include <map>

#include "boolean.hpp"
#include "clean.hpp"
#include "compare.hpp"
#include "curves.hpp"
#include "failure.hpp"
#include "formats.hpp"
#include "kernel_failure.hpp"
#include "little_endian.hpp"
#include "mesh.hpp"
#include "operands.hpp"
#include "profile.hpp"
#include "properties.hpp"
#include "solid.hpp"
#include "solids.hpp"
#include "step.hpp"
#include "test_operations.hpp"
#include "validity.hpp"

namespace cadwright {
namespace {

Shapes someShapesOf(const Arguments& arguments, const Session& session, std::string_view key) {
    Shapes shapes = shapesOf(arguments, session, key);
    if (shapes.empty()) {
        fail(Category::Protocol, "protocol.argument", "an operation names no shape");
    }
    return shapes;
}

// A single solid as itself, several as a compound; without solids the shape, if loose shapes will do.
TopoDS_Shape solidsOf(const TopoDS_Shape& shape, bool loose = false) {
    const auto solids = uniqueSolids(shape);
    if (solids.empty() && loose) {
        return shape;
    }
    if (solids.empty()) {
        fail(Category::NoResult, "shape.no_solid", "the result holds no solid");
    }
    return solids.size() == 1 ? solids.front() : compoundOf(solids);
}

// A profile swept along its plane's normal, from one distance to a larger one.
void doPrism(const Arguments& a, Session& s) {
    const gp_Ax3 plane = planeFrom(a.numbers<9>("plane"));
    const double from = a.number("from");
    const TopoDS_Face face = makeFace(a.array("profile"), plane.Translated(gp_Vec(plane.Direction()) * from));
    for (const std::string& defect : defectsOf(face)) {
        s.profileDefects.insert(defect);
    }
    if (std::ranges::any_of(a.array("profile"), [](const cbor::Value& loop) { return retraces(readLoop(loop)); })) {
        s.profileDefects.insert("retraced wire");
    }
    into(a, s, prism(face, plane.Direction(), a.number("to") - from));
}

void doFuse(const Arguments& a, Session& s) { into(a, s, fuse(someShapesOf(a, s, "shapes"))); }

void doCut(const Arguments& a, Session& s) { into(a, s, cut(shapeOf(a, s), someShapesOf(a, s, "tools"))); }

void doCommon(const Arguments& a, Session& s) {
    into(a, s, common(shapeOf(a, s), s.handles.get(a.integer("with"))));
}

void doClean(const Arguments& a, Session& s) { into(a, s, clean(shapeOf(a, s))); }

void doTransform(const Arguments& a, Session& s) {
    into(a, s, transform(shapeOf(a, s), a.numbers<12>("matrix")));
}

void doNormalise(const Arguments& a, Session& s) {
    into(a, s, normalise(solidsOf(shapeOf(a, s), a.flag("loose")), a.number("longestSide")));
}

void doReadStep(const Arguments& a, Session& s) { into(a, s, readStep(a.bytes("text"), a.flag("heal"))); }

void doReadBrep(const Arguments& a, Session& s) { into(a, s, readBrep(a.bytes("bytes"))); }

void doGather(const Arguments& a, Session& s) { into(a, s, gather(someShapesOf(a, s, "shapes"))); }

void doMeasure(const Arguments& a, Session& s) {
    answerWith(a, s, [&](cbor::Writer& result) { measure(shapeOf(a, s), {s.profileDefects, s.apart, a.flag("loose")}, result); });
}

// Ends the request where the solids are not valid.
void doCheck(const Arguments& a, Session& s) {
    const auto defects = allDefects(solidsOf(shapeOf(a, s)), s.profileDefects);
    if (!defects.empty()) {
        fail(Category::Invalid, "shape.invalid", *defects.begin());
    }
}

void doMesh(const Arguments& a, Session& s) {
    answerWith(a, s, [&](cbor::Writer& result) {
        const Mesh mesh = triangulate(shapeOf(a, s), deflectionOf(a), s.mostTriangles);
        result.map(2);
        result.text("vertices");
        result.bytes(littleEndian(mesh.vertices));
        result.text("triangles");
        result.bytes(littleEndian(mesh.triangles));
    });
}

void doWriteStep(const Arguments& a, Session& s) {
    answerWith(a, s, [&](cbor::Writer& result) {
        result.bytes(writeStep(solidsOf(shapeOf(a, s), a.flag("loose")), stepFormatOf(a)));
    });
}

void doWriteBrep(const Arguments& a, Session& s) {
    answerWith(a, s, [&](cbor::Writer& result) { result.bytes(writeBrep(solidsOf(shapeOf(a, s), a.flag("loose")))); });
}

void doCompare(const Arguments& a, Session& s) {
    answerWith(a, s, [&](cbor::Writer& result) {
        const Comparing what{a.flag("rotations"), a.flag("components")};
        compare(s.handles.get(a.integer("first")), s.handles.get(a.integer("second")), what, result);
    });
}

OperationTable allOperations() {
    OperationTable table = {
        {"prism", doPrism},          {"fuse", doFuse},
        {"cut", doCut},              {"common", doCommon},
        {"clean", doClean},          {"transform", doTransform},
        {"normalise", doNormalise},  {"read_step", doReadStep},
        {"read_brep", doReadBrep},   {"measure", doMeasure},
        {"mesh", doMesh},            {"write_step", doWriteStep},
        {"write_brep", doWriteBrep}, {"compare", doCompare},
        {"check", doCheck},          {"gather", doGather}};
    addEdgeOperations(table);
    addSplineOperations(table);
    addWireOperations(table);
    addFaceOperations(table);
    addPrimitiveOperations(table);
    addSweepOperations(table);
    addPipeOperations(table);
    addSetOperations(table);
    addFeatureOperations(table);
    addPlacementOperations(table);
    addPartOperations(table);
    addBodyOperations(table);
    addShapeQueries(table);
    addGeometryQueries(table);
    return table;
}

}  // namespace

Operation findOperation(std::string_view name, const Session& session) {
    static const OperationTable kOperations = allOperations();
    if (const auto found = kOperations.find(name); found != kOperations.end()) {
        return found->second;
    }
    if (name == "test" && session.testOperations) {
        return doTest;
    }
    fail(Category::Protocol, "protocol.operation", "there is no such operation");
}

}  // namespace cadwright
