// What a request may ask for, by name.
#pragma once

#include <TopTools_IndexedMapOfShape.hxx>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "arguments.hpp"
#include "cbor.hpp"
#include "general_fuse.hpp"
#include "handles.hpp"

namespace cadwright {

// What the operations of a worker share. Each query appends one result.
struct Session {
    Handles handles;
    cbor::Writer results;
    std::size_t resultCount = 0;
    std::int64_t mostTriangles = 0;
    // What is wrong with profiles of this request. A boolean operation may hide it: the result stays suspect.
    std::set<std::string> profileDefects;
    // Handles of compounds that stand for each of their members where they are arguments.
    std::set<std::int64_t> members;
    UprightSolids upright;
    ApartSolids apart;
    // Every shape that was described: its index tells whether two are the same.
    TopTools_IndexedMapOfShape identities;
    bool testOperations = false;

    // Drops the shapes of the program before.
    void forget() {
        handles.clear();
        members.clear();
        upright.clear();
        apart.clear();
        profileDefects.clear();
        identities.Clear();
    }
};

using Operation = void (*)(const Arguments&, Session&);
using OperationTable = std::map<std::string, Operation, std::less<>>;

// Each topic adds its operations.
void addEdgeOperations(OperationTable& table);
void addSplineOperations(OperationTable& table);
void addWireOperations(OperationTable& table);
void addFaceOperations(OperationTable& table);
void addPrimitiveOperations(OperationTable& table);
void addSweepOperations(OperationTable& table);
void addPipeOperations(OperationTable& table);
void addSetOperations(OperationTable& table);
void addFeatureOperations(OperationTable& table);
void addPlacementOperations(OperationTable& table);
void addPartOperations(OperationTable& table);
void addBodyOperations(OperationTable& table);
void addShapeQueries(OperationTable& table);
void addGeometryQueries(OperationTable& table);

// The operation of that name; a protocol failure where there is none.
Operation findOperation(std::string_view name, const Session& session);

}  // namespace cadwright
