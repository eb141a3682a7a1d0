// Why a request ends without what it asked for.
#pragma once

#include <string>
#include <utility>

namespace cadwright {

enum class Category { Protocol, Syntax, Unsupported, Runtime, Invalid, NoResult, Exhausted };

constexpr const char* name(Category category) {
    switch (category) {
        case Category::Protocol: return "protocol";
        case Category::Syntax: return "syntax";
        case Category::Unsupported: return "unsupported";
        case Category::Runtime: return "runtime";
        case Category::Invalid: return "invalid";
        case Category::NoResult: return "no_result";
        case Category::Exhausted: return "exhausted";
    }
    return "runtime";
}

struct Failure {
    Category category;
    std::string code;
    std::string message;
};

[[noreturn]] inline void fail(Category category, std::string code, std::string message) {
    throw Failure{category, std::move(code), std::move(message)};
}

}  // namespace cadwright
