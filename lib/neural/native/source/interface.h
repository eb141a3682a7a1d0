// What Java sees: plain structures and functions. Integers are 64 bits wide so that layouts hold no gaps.
#pragma once
#include <cstdint>

#define CADWRIGHT_EXPORT extern "C" __attribute__((visibility("default")))

namespace cadwright {

enum Format : int64_t { F32 = 0, BF16 = 1, I8 = 2, Q4 = 3 };
enum Activation : int64_t { SILU = 0, GELU = 1, GELU_TANH = 2, QUICK_GELU = 3, RELU = 4 };
enum Level : int64_t { PORTABLE = 0, AVX2 = 1, AVX512 = 2, AMX = 3 };

// A weight [rows, columns], row-major as its checkpoint holds it.
// I8: codes, weight = code * scales[row]. Q4: two codes a byte, the first in the high half, and a scale for each block
// of 64 numbers of a row; weight = table[code] * scales[row * columns / 64 + column / 64]; columns divide by 64.
struct Matrix {
  const void* data;
  const float* scales;
  const float* table;
  const void* bias;
  int64_t bias_format;
  int64_t format;
  int64_t rows;
  int64_t columns;
};

struct Vector {
  const void* data;
  int64_t format;
};

struct Layer {
  Vector attention_norm;
  Vector feed_forward_norm;
  Vector query_norm;
  Vector key_norm;
  Matrix query;
  Matrix key;
  Matrix value;
  Matrix output;
  Matrix gate;
  Matrix up;
  Matrix down;
  int64_t window;
};

struct Model {
  const Layer* layers;
  int64_t layer_count;
  Matrix embedding;
  Matrix head;
  Vector norm;
  const float* frequencies;
  int64_t turned;
  int64_t heads;
  int64_t key_heads;
  int64_t head_size;
  int64_t cache_format;
  int64_t activation;
  double embedding_scale;
  double norm_offset;
  double norm_epsilon;
  double attention_scale;
  double rotary_scale;
};

// Keys and values of each layer, [rows, key heads, capacity, head size]; past positions are filled.
struct Cache {
  void* const* keys;
  void* const* values;
  int64_t capacity;
  int64_t past;
};

}  // namespace cadwright
