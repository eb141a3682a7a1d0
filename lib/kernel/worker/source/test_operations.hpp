// Misbehaviour on demand, for the tests of the pool and of the jail.
#pragma once

#include "operations.hpp"

namespace cadwright {

// crash, abort, spin, allocate; or answers with the error number of an attempt that the jail forbids.
void doTest(const Arguments& arguments, Session& session);

}  // namespace cadwright
