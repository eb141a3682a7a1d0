#include <bit>
#include <limits>

#include "cbor.hpp"

namespace cadwright::cbor {

const Value* Map::find(std::string_view key) const {
    for (const auto& [name, value] : entries) {
        if (name == key) {
            return &value;
        }
    }
    return nullptr;
}

namespace {

constexpr unsigned kUnsigned = 0, kNegative = 1, kBytes = 2, kText = 3, kArray = 4, kMap = 5, kTag = 6;

class Reader {
public:
    Reader(std::span<const unsigned char> data, const Bounds& bounds) : data_(data), bounds_(bounds) {}

    Value whole() {
        Value value = item(0);
        if (position_ != data_.size()) {
            throw Malformed("bytes after the value");
        }
        return value;
    }

private:
    Value item(std::size_t depth) {
        if (depth > bounds_.depth) {
            throw Malformed("nested too deeply");
        }
        if (++items_ > bounds_.items) {
            throw TooLarge("too many items");
        }
        const unsigned initial = byte();
        const unsigned major = initial >> 5, additional = initial & 31;
        switch (major) {
            case kUnsigned: return Value(integer(argument(additional)));
            case kNegative: return Value(std::int64_t{-1} - integer(argument(additional)));
            case kBytes: return Value(Bytes{string(argument(additional))});
            case kText: return Value(string(argument(additional)));
            case kArray: return array(argument(additional), depth);
            case kMap: return map(argument(additional), depth);
            case kTag: throw Malformed("tags are not used");
            default: return simple(additional);
        }
    }

    Value array(std::uint64_t count, std::size_t depth) {
        requireRemaining(count);
        Array values;
        values.reserve(static_cast<std::size_t>(count));
        for (std::uint64_t i = 0; i < count; ++i) {
            values.push_back(item(depth + 1));
        }
        return Value(std::move(values));
    }

    Value map(std::uint64_t count, std::size_t depth) {
        // Looking for duplicates takes time with the square of the size.
        if (count > 64) {
            throw Malformed("too many entries in a map");
        }
        Map map;
        for (std::uint64_t i = 0; i < count; ++i) {
            const Value key = item(depth + 1);
            const auto* name = key.as<std::string>();
            if (name == nullptr) {
                throw Malformed("a key is not text");
            }
            if (map.find(*name) != nullptr) {
                throw Malformed("a key occurs twice");
            }
            map.entries.emplace_back(*name, item(depth + 1));
        }
        return Value(std::move(map));
    }

    Value simple(unsigned additional) {
        switch (additional) {
            case 20: return Value(false);
            case 21: return Value(true);
            case 22: return Value(Null{});
            case 26: return Value(static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(bigEndian(4)))));
            case 27: return Value(std::bit_cast<double>(bigEndian(8)));
            default: throw Malformed("a simple value that is not used");
        }
    }

    std::uint64_t argument(unsigned additional) {
        if (additional < 24) {
            return additional;
        }
        if (additional > 27) {
            throw Malformed("indefinite lengths are not used");
        }
        return bigEndian(1 << (additional - 24));
    }

    std::uint64_t bigEndian(int width) {
        std::uint64_t value = 0;
        for (int i = 0; i < width; ++i) {
            value = value << 8 | byte();
        }
        return value;
    }

    static std::int64_t integer(std::uint64_t value) {
        if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
            throw Malformed("an integer beyond 63 bits");
        }
        return static_cast<std::int64_t>(value);
    }

    std::string string(std::uint64_t length) {
        requireRemaining(length);
        const auto* start = reinterpret_cast<const char*>(data_.data()) + position_;
        position_ += static_cast<std::size_t>(length);
        return {start, static_cast<std::size_t>(length)};
    }

    unsigned byte() {
        requireRemaining(1);
        return data_[position_++];
    }

    // Every item takes a byte at least, so a count beyond what is left cannot be true.
    void requireRemaining(std::uint64_t count) const {
        if (count > data_.size() - position_) {
            throw Malformed("ends early");
        }
    }

    std::span<const unsigned char> data_;
    Bounds bounds_;
    std::size_t position_ = 0;
    std::size_t items_ = 0;
};

}  // namespace

Value read(std::span<const unsigned char> data, const Bounds& bounds) {
    return Reader(data, bounds).whole();
}

}  // namespace cadwright::cbor
