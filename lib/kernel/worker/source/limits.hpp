// Resource limits: fixed ones for the process, and those of each request.
#pragma once

#include <cstdint>

namespace cadwright {

// The status with which a worker ends that ran out of memory.
constexpr int kExitExhausted = 86;

class Limits {
public:
    // No core files, processes or further descriptors; remembers how large the process is now.
    Limits();

    // Memory beyond the start's, in bytes, and processor time from now on, in seconds.
    void apply(std::int64_t memory, double seconds) const;

    // Lifts the memory limit, so that a failure can still be reported.
    void lift() const;

private:
    std::uint64_t startSize_ = 0;
};

}  // namespace cadwright
