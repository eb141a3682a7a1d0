// Arrays of numbers as they travel: as bytes, little-endian.
#pragma once

#include <bit>
#include <string_view>
#include <vector>

namespace cadwright {

static_assert(std::endian::native == std::endian::little, "arrays travel as they lie in memory");

template <class Number>
std::string_view littleEndian(const std::vector<Number>& numbers) {
    return {reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(Number)};
}

}  // namespace cadwright
