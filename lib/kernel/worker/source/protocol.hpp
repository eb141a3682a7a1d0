// The conversation with the pool: a greeting, then one reply a request.
#pragma once

#include <span>
#include <string>

#include "jail.hpp"
#include "limits.hpp"
#include "operations.hpp"

namespace cadwright {

constexpr int kProtocolVersion = 3;

std::string greeting(const Jail& jail);

// Answers whatever the bytes are; a request that is not understood is answered too.
std::string answer(std::span<const unsigned char> request, Session& session, const Limits& limits);

}  // namespace cadwright
