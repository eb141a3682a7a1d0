// Typed access to one map of a request. Whatever is missing or of the wrong kind is a protocol failure that names it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cbor.hpp"

namespace cadwright {

class Arguments {
public:
    explicit Arguments(const cbor::Value& value);

    std::int64_t integer(std::string_view key) const;
    double number(std::string_view key) const;
    bool has(std::string_view key) const { return map_.find(key) != nullptr; }
    bool flag(std::string_view key) const;  // false where absent
    const std::string& text(std::string_view key) const;
    const std::string& bytes(std::string_view key) const;
    const cbor::Array& array(std::string_view key) const;
    std::vector<std::int64_t> integers(std::string_view key) const;

    template <std::size_t N>
    std::array<double, N> numbers(std::string_view key) const {
        std::array<double, N> values{};
        copyNumbers(key, values.data(), N);
        return values;
    }

private:
    const cbor::Value& require(std::string_view key) const;
    void copyNumbers(std::string_view key, double* values, std::size_t count) const;

    const cbor::Map& map_;
};

// A finite number, written as integer or float.
double finiteNumber(const cbor::Value& value);

const cbor::Array& requireArray(const cbor::Value& value);

}  // namespace cadwright
