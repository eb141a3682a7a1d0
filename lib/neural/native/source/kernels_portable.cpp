#define KERNELS portable
#define LANES 4
#include "vector_kernels.hpp"

namespace cadwright {
const Kernels portable_kernels = CADWRIGHT_TABLE;
}
