#include <bit>

#include "cbor.hpp"

namespace cadwright::cbor {

void Writer::null() { buffer_.push_back(static_cast<char>(0xf6)); }

void Writer::boolean(bool value) { buffer_.push_back(static_cast<char>(value ? 0xf5 : 0xf4)); }

void Writer::integer(std::int64_t value) {
    if (value >= 0) {
        head(0, static_cast<std::uint64_t>(value));
    } else {
        head(1, static_cast<std::uint64_t>(-1 - value));
    }
}

void Writer::number(double value) {
    buffer_.push_back(static_cast<char>(0xfb));
    bigEndian(std::bit_cast<std::uint64_t>(value), 8);
}

void Writer::text(std::string_view value) {
    head(3, value.size());
    buffer_.append(value);
}

void Writer::bytes(std::string_view value) {
    head(2, value.size());
    buffer_.append(value);
}

void Writer::array(std::size_t count) { head(4, count); }

void Writer::map(std::size_t count) { head(5, count); }

void Writer::append(const Writer& other) { buffer_.append(other.buffer_); }

void Writer::head(unsigned major, std::uint64_t argument) {
    const auto initial = [&](unsigned additional) { buffer_.push_back(static_cast<char>(major << 5 | additional)); };
    if (argument < 24) {
        initial(static_cast<unsigned>(argument));
    } else if (argument <= 0xff) {
        initial(24);
        bigEndian(argument, 1);
    } else if (argument <= 0xffff) {
        initial(25);
        bigEndian(argument, 2);
    } else if (argument <= 0xffff'ffff) {
        initial(26);
        bigEndian(argument, 4);
    } else {
        initial(27);
        bigEndian(argument, 8);
    }
}

void Writer::bigEndian(std::uint64_t value, int width) {
    for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
        buffer_.push_back(static_cast<char>(value >> shift & 0xff));
    }
}

}  // namespace cadwright::cbor
