#define KERNELS avx2
#define LANES 8
#include "vector_kernels.hpp"

namespace cadwright {
const Kernels avx2_kernels = CADWRIGHT_TABLE;
}
