// How results are to be written, as requests say it.
#pragma once

#include "arguments.hpp"
#include "mesh.hpp"
#include "step.hpp"

namespace cadwright {

Deflection deflectionOf(const Arguments& arguments);
StepFormat stepFormatOf(const Arguments& arguments);

}  // namespace cadwright
