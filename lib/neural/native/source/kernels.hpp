// The inner loops of decoding, once for each set of instructions.
#pragma once
#include <cstdint>

#include "interface.h"

namespace cadwright {

// One query head of one row over the keys and values that it may see.
struct Sight {
  const float* query;
  const void* keys;
  const void* values;
  int64_t format;
  int64_t size;
  int64_t from;
  int64_t to;
  const uint8_t* visible;
  float scale;
};

struct Kernels {
  // Numbers that a prepared row of inputs takes, and how it is made: in the order in which the product reads it.
  int64_t (*prepared_size)(int64_t format, int64_t columns);
  void (*prepare)(int64_t format, const float* x, int64_t columns, float* prepared);
  // y[m * stride + row] for inputs 0 to inputs and rows from begin to end.
  void (*product)(const Matrix& w, const float* x, int64_t x_stride, int64_t inputs, int64_t begin, int64_t end,
                  float* y, int64_t stride);
  void (*rms_norm)(const float* x, const Vector& weight, int64_t size, float epsilon, float offset, float* y);
  // gate = f(gate) * up
  void (*gate)(int64_t activation, float* gate, const float* up, int64_t size);
  void (*attend)(const Sight& sight, float* scores, float* y);
};

extern const Kernels portable_kernels;
#if CADWRIGHT_X86
extern const Kernels avx2_kernels;
extern const Kernels avx512_kernels;

// Products of up to 16 inputs, rounded to bf16, in the processor's matrix unit.
namespace amx {
bool permitted();
int64_t prepared_bytes(int64_t columns);
void prepare(int64_t format, const float* const* x, int64_t inputs, int64_t columns, void* prepared);
constexpr int64_t row_step = 64;
// Rows from begin to end, both multiples of 16.
void product(const Matrix& w, const void* prepared, int64_t inputs, int64_t begin, int64_t end, float* y,
             int64_t stride);
}  // namespace amx
#endif

static inline float widened(uint16_t bits) { return __builtin_bit_cast(float, static_cast<uint32_t>(bits) << 16); }

static inline uint16_t rounded(float value) {
  uint32_t bits = __builtin_bit_cast(uint32_t, value);
  if ((bits & 0x7fffffffu) > 0x7f800000u) return static_cast<uint16_t>((bits >> 16) | 0x40u);
  return static_cast<uint16_t>((bits + 0x7fffu + ((bits >> 16) & 1u)) >> 16);
}

static inline float bias_at(const Matrix& w, int64_t row) {
  if (!w.bias) return 0;
  return w.bias_format == BF16 ? widened(static_cast<const uint16_t*>(w.bias)[row])
                               : static_cast<const float*>(w.bias)[row];
}

}  // namespace cadwright
