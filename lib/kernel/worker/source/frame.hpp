// Frames on a byte stream: a 4-byte big-endian length, then that many bytes.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace cadwright {

constexpr std::size_t kLargestRequest = std::size_t{64} << 20;

// The peer broke off inside a frame, or announced one beyond the limit.
struct BrokenStream {
    const char* reason;
};

// The next frame, or nothing where the stream ends between frames.
std::optional<std::vector<unsigned char>> readFrame(int descriptor);

void writeFrame(int descriptor, std::string_view content);

}  // namespace cadwright
