#!/bin/sh
# Builds the kernels of decoding into build/ beside this script. Needs CMake and a C++20 compiler.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cmake -S "$here" -B "$here/build" -DCMAKE_BUILD_TYPE=Release
cmake --build "$here/build" --parallel "${CADWRIGHT_BUILD_JOBS:-2}"
