#include "linear.hpp"

namespace cadwright {

Level supported(Level wanted) {
#if CADWRIGHT_X86
  __builtin_cpu_init();
  Level best = PORTABLE;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) best = AVX2;
  if (best == AVX2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq")) {
    best = AVX512;
  }
  if (wanted >= AMX && best == AVX512 && __builtin_cpu_supports("avx512bf16")) {
    uint32_t a = 7, b = 0, c = 0, d = 0;
    asm volatile("cpuid" : "+a"(a), "=b"(b), "+c"(c), "=d"(d));
    bool tiles = (d >> 24) & 1;
    bool brain = (d >> 22) & 1;
    if (tiles && brain && amx::permitted()) best = AMX;
  }
  return wanted < best ? wanted : best;
#else
  (void)wanted;
  return PORTABLE;
#endif
}

const Kernels& kernels_of(Level level) {
#if CADWRIGHT_X86
  if (level >= AVX512) return avx512_kernels;
  if (level == AVX2) return avx2_kernels;
#endif
  (void)level;
  return portable_kernels;
}

}  // namespace cadwright
