#include "frame.hpp"

#include <array>
#include <cerrno>
#include <cstdint>
#include <unistd.h>

namespace cadwright {
namespace {

// Reads until the buffer is full or the stream ends; returns how much was read.
std::size_t readFully(int descriptor, unsigned char* buffer, std::size_t size) {
    std::size_t done = 0;
    while (done < size) {
        const ssize_t count = ::read(descriptor, buffer + done, size - done);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            break;
        }
        done += static_cast<std::size_t>(count);
    }
    return done;
}

void writeFully(int descriptor, const char* data, std::size_t size) {
    while (size > 0) {
        const ssize_t count = ::write(descriptor, data, size);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            throw BrokenStream{"the reader of replies has gone"};
        }
        data += count;
        size -= static_cast<std::size_t>(count);
    }
}

}  // namespace

std::optional<std::vector<unsigned char>> readFrame(int descriptor) {
    std::array<unsigned char, 4> head{};
    const std::size_t got = readFully(descriptor, head.data(), head.size());
    if (got == 0) {
        return std::nullopt;
    }
    if (got < head.size()) {
        throw BrokenStream{"a length is cut short"};
    }
    const std::size_t length = std::uint32_t{head[0]} << 24 | std::uint32_t{head[1]} << 16 | std::uint32_t{head[2]} << 8 | head[3];
    if (length > kLargestRequest) {
        throw BrokenStream{"a frame is too long"};
    }
    std::vector<unsigned char> content(length);
    if (readFully(descriptor, content.data(), length) < length) {
        throw BrokenStream{"a frame is cut short"};
    }
    return content;
}

void writeFrame(int descriptor, std::string_view content) {
    const auto length = static_cast<std::uint32_t>(content.size());
    const std::array<char, 4> head{
        static_cast<char>(length >> 24), static_cast<char>(length >> 16), static_cast<char>(length >> 8), static_cast<char>(length)};
    writeFully(descriptor, head.data(), head.size());
    writeFully(descriptor, content.data(), content.size());
}

}  // namespace cadwright
