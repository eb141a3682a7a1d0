// The shapes of a worker, under the numbers that the requests give them.
#pragma once

#include <TopoDS_Shape.hxx>
#include <cstdint>
#include <unordered_map>

#include "failure.hpp"

namespace cadwright {

class Handles {
public:
    const TopoDS_Shape& get(std::int64_t handle) const {
        const auto found = shapes_.find(handle);
        if (found == shapes_.end()) {
            fail(Category::Protocol, "protocol.handle", "no shape has the handle " + std::to_string(handle));
        }
        return found->second;
    }

    void put(std::int64_t handle, const TopoDS_Shape& shape) {
        if (shapes_.size() >= kMost && !shapes_.contains(handle)) {
            fail(Category::Exhausted, "handles.full", "too many shapes are held at once");
        }
        shapes_.insert_or_assign(handle, shape);
    }

    void clear() { shapes_.clear(); }

private:
    static constexpr std::size_t kMost = 1'000'000;

    std::unordered_map<std::int64_t, TopoDS_Shape> shapes_;
};

}  // namespace cadwright
