#include "arguments.hpp"

#include <cmath>

#include "failure.hpp"

namespace cadwright {
namespace {

[[noreturn]] void reject(std::string_view what) {
    fail(Category::Protocol, "protocol.argument", "an argument is missing or of the wrong kind: " + std::string(what));
}

const cbor::Map& requireMap(const cbor::Value& value) {
    const auto* map = value.as<cbor::Map>();
    if (map == nullptr) {
        reject("a map was expected");
    }
    return *map;
}

}  // namespace

double finiteNumber(const cbor::Value& value) {
    double number = 0;
    if (const auto* real = value.as<double>()) {
        number = *real;
    } else if (const auto* whole = value.as<std::int64_t>()) {
        number = static_cast<double>(*whole);
    } else {
        reject("a number was expected");
    }
    if (!std::isfinite(number)) {
        fail(Category::Runtime, "number.not_finite", "a number is infinite or not a number");
    }
    return number;
}

const cbor::Array& requireArray(const cbor::Value& value) {
    const auto* array = value.as<cbor::Array>();
    if (array == nullptr) {
        reject("an array was expected");
    }
    return *array;
}

Arguments::Arguments(const cbor::Value& value) : map_(requireMap(value)) {}

const cbor::Value& Arguments::require(std::string_view key) const {
    const auto* value = map_.find(key);
    if (value == nullptr) {
        reject(key);
    }
    return *value;
}

std::int64_t Arguments::integer(std::string_view key) const {
    const auto* value = require(key).as<std::int64_t>();
    if (value == nullptr) {
        reject(key);
    }
    return *value;
}

double Arguments::number(std::string_view key) const { return finiteNumber(require(key)); }

bool Arguments::flag(std::string_view key) const {
    const auto* value = map_.find(key);
    if (value == nullptr) {
        return false;
    }
    const auto* flag = value->as<bool>();
    if (flag == nullptr) {
        reject(key);
    }
    return *flag;
}

const std::string& Arguments::text(std::string_view key) const {
    const auto* value = require(key).as<std::string>();
    if (value == nullptr) {
        reject(key);
    }
    return *value;
}

const std::string& Arguments::bytes(std::string_view key) const {
    const auto* value = require(key).as<cbor::Bytes>();
    if (value == nullptr) {
        reject(key);
    }
    return value->data;
}

const cbor::Array& Arguments::array(std::string_view key) const { return requireArray(require(key)); }

std::vector<std::int64_t> Arguments::integers(std::string_view key) const {
    std::vector<std::int64_t> values;
    for (const auto& entry : array(key)) {
        const auto* value = entry.as<std::int64_t>();
        if (value == nullptr) {
            reject(key);
        }
        values.push_back(*value);
    }
    return values;
}

void Arguments::copyNumbers(std::string_view key, double* values, std::size_t count) const {
    const auto& entries = array(key);
    if (entries.size() != count) {
        reject(key);
    }
    for (std::size_t i = 0; i < count; ++i) {
        values[i] = finiteNumber(entries[i]);
    }
}

}  // namespace cadwright
