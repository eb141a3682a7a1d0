// The part of CBOR (RFC 8949) that the protocol uses: definite lengths, no tags, 32- and 64-bit floats, text map keys.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace cadwright::cbor {

class Value;

using Array = std::vector<Value>;
using Entries = std::vector<std::pair<std::string, Value>>;

struct Map {
    Entries entries;

    const Value* find(std::string_view key) const;
};

struct Bytes {
    std::string data;
};

struct Null {};

class Value {
public:
    using Content = std::variant<Null, bool, std::int64_t, double, std::string, Bytes, Array, Map>;

    Value() = default;
    explicit Value(Content content) : content_(std::move(content)) {}

    template <class T>
    const T* as() const {
        return std::get_if<T>(&content_);
    }

private:
    Content content_;
};

// The text is not CBOR, or not of the part that is understood, or too deep or too large.
class Malformed : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

// The text may be fine, but holds more items than are read.
class TooLarge : public Malformed {
    using Malformed::Malformed;
};

struct Bounds {
    std::size_t depth = 16;
    std::size_t items = 2'000'000;
};

// Reads exactly one value. Never reads outside the span, and takes memory in proportion to it.
Value read(std::span<const unsigned char> data, const Bounds& bounds = {});

// Appends values to a buffer. The caller writes as many entries as it announced.
class Writer {
public:
    void null();
    void boolean(bool value);
    void integer(std::int64_t value);
    void number(double value);
    void text(std::string_view value);
    void bytes(std::string_view value);
    void array(std::size_t count);
    void map(std::size_t count);

    // Appends what another writer holds.
    void append(const Writer& other);

    const std::string& buffer() const { return buffer_; }
    std::string take() { return std::move(buffer_); }

private:
    void head(unsigned major, std::uint64_t argument);
    void bigEndian(std::uint64_t value, int width);

    std::string buffer_;
};

}  // namespace cadwright::cbor
