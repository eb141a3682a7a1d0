#define KERNELS avx512
#define LANES 16
#include "vector_kernels.hpp"

namespace cadwright {
const Kernels avx512_kernels = CADWRIGHT_TABLE;
}
