// What a request may ask for, by name.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "arguments.hpp"
#include "cbor.hpp"
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
    bool testOperations = false;
};

using Operation = void (*)(const Arguments&, Session&);

// The operation of that name; a protocol failure where there is none.
Operation findOperation(std::string_view name, const Session& session);

}  // namespace cadwright
