#!/bin/sh
# Builds the kernel worker into build/ beside this script. Needs CMake, a C++20 compiler and the OCCT headers.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cmake -S "$here" -B "$here/build" -DCMAKE_BUILD_TYPE=Release
cmake --build "$here/build" --parallel "${CADWRIGHT_BUILD_JOBS:-2}"
