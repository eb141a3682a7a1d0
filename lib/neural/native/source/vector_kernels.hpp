// The kernels over vectors of LANES numbers in the namespace KERNELS; included once by the source of each set of
// instructions, which the compiler maps the vectors to.
#include <cmath>
#include <cstring>

#include "kernels.hpp"

#if LANES > 4
#include <immintrin.h>
#endif

namespace cadwright {
namespace KERNELS {
namespace {

typedef float Floats __attribute__((vector_size(LANES * 4)));
typedef int32_t Ints __attribute__((vector_size(LANES * 4)));
typedef uint32_t Words __attribute__((vector_size(LANES * 4)));
typedef int8_t Bytes __attribute__((vector_size(LANES)));

template <class V>
inline V load(const void* from) {
  V v;
  std::memcpy(&v, from, sizeof v);
  return v;
}

inline float sum(Floats v) {
#if LANES == 16
  return _mm512_reduce_add_ps((__m512)v);
#else
  float half[LANES];
  std::memcpy(half, &v, sizeof v);
  for (int n = LANES / 2; n > 0; n /= 2)
    for (int i = 0; i < n; i++) half[i] += half[i + n];
  return half[0];
#endif
}

// How a format lies in memory: `bytes` hold `span` numbers, which become `count` vectors. prepare_at says which number
// of the span stands in a lane of a vector.
struct Single {
  static constexpr int span = LANES, bytes = LANES * 4, count = 1;
  static constexpr int at(int, int lane) { return lane; }
  struct Row {
    Floats v;
    explicit Row(const void* p) : v(load<Floats>(p)) {}
    Floats vector(int) const { return v; }
  };
};

struct Brain {
  static constexpr int span = 2 * LANES, bytes = LANES * 4, count = 2;
  static constexpr int at(int vector, int lane) { return 2 * lane + vector; }
  struct Row {
    Words v;
    explicit Row(const void* p) : v(load<Words>(p)) {}
    Floats vector(int k) const { return (Floats)(k == 0 ? v << 16 : v & 0xffff0000u); }
  };
};

struct Eight {
  static constexpr int span = LANES, bytes = LANES, count = 1;
  static constexpr int at(int, int lane) { return lane; }
  struct Row {
    Floats v;
    explicit Row(const void* p) : v(widen(p)) {}
    Floats vector(int) const { return v; }
  };
  // Compilers take this conversion apart, lane by lane.
  static Floats widen(const void* p) {
#if LANES == 16
    return (Floats)_mm512_cvtepi32_ps(_mm512_cvtepi8_epi32(_mm_loadu_si128(static_cast<const __m128i*>(p))));
#elif LANES == 8
    return (Floats)_mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(_mm_loadl_epi64(static_cast<const __m128i*>(p))));
#else
    return __builtin_convertvector(__builtin_convertvector(load<Bytes>(p), Ints), Floats);
#endif
  }
};

// Eight codes a word; the shift that brings one down decides which.
struct Four {
  static constexpr int span = 8 * LANES, bytes = LANES * 4, count = 8;
  static constexpr int at(int vector, int lane) { return 8 * lane + (vector ^ 1); }

  static Floats numbers(Words v, int k, const float* table) {
#if LANES == 16
    return (Floats)_mm512_permutexvar_ps((__m512i)(v >> (4 * k)), _mm512_loadu_ps(table));
#elif LANES == 8
    // The fourth bit, moved to the sign, chooses the half of the table.
    __m256i codes = (__m256i)(v >> (4 * k));
    __m256 low = _mm256_permutevar8x32_ps(_mm256_loadu_ps(table), codes);
    __m256 high = _mm256_permutevar8x32_ps(_mm256_loadu_ps(table + 8), codes);
    return (Floats)_mm256_blendv_ps(low, high, _mm256_castsi256_ps(_mm256_slli_epi32(codes, 28)));
#else
    Words codes = (v >> (4 * k)) & 15u;
    Floats f;
    for (int i = 0; i < LANES; i++) f[i] = table[codes[i]];
    return f;
#endif
  }

  // Scales of the blocks that the lanes are in. Past the end of a row stands no scale, and inputs of zero.
  static Floats scales(const Matrix& w, int64_t row, int64_t column) {
    const float* blocks = w.scales + (row * w.columns + column) / 64;
    Floats f;
    for (int i = 0; i < LANES; i++) f[i] = column + 8 * i < w.columns ? blocks[(column % 64 + 8 * i) / 64] : 0;
    return f;
  }
  static Floats whole_scales(const float* blocks) {
#if LANES == 16
    return (Floats)_mm512_mask_blend_ps(0xff00, _mm512_set1_ps(blocks[0]), _mm512_set1_ps(blocks[1]));
#else
    return Floats{} + blocks[0];
#endif
  }
};

template <class Format, int M, int R>
inline void step(const uint8_t* const* p, int64_t offset, const float* x, int64_t x_stride, Floats (&sums)[M][R]) {
  for (int k = 0; k < Format::count; k++) {
    Floats numbers[R];
    for (int r = 0; r < R; r++) numbers[r] = typename Format::Row(p[r] + offset).vector(k);
    for (int m = 0; m < M; m++) {
      Floats input = load<Floats>(x + m * x_stride + k * LANES);
      for (int r = 0; r < R; r++) sums[m][r] += numbers[r] * input;
    }
  }
}

template <int M, int R>
inline void step_four(const Words (&v)[R], const Floats (&scales)[R], const float* table, const float* x,
                      int64_t x_stride, Floats (&sums)[M][R]) {
  if constexpr (M == 1) {
    Floats parts[R] = {};
    for (int k = 0; k < 8; k++) {
      Floats input = load<Floats>(x + k * LANES);
      for (int r = 0; r < R; r++) parts[r] += Four::numbers(v[r], k, table) * input;
    }
    for (int r = 0; r < R; r++) sums[0][r] += parts[r] * scales[r];
  } else {
    for (int k = 0; k < 8; k++) {
      Floats numbers[R];
      for (int r = 0; r < R; r++) numbers[r] = Four::numbers(v[r], k, table) * scales[r];
      for (int m = 0; m < M; m++) {
        Floats input = load<Floats>(x + m * x_stride + k * LANES);
        for (int r = 0; r < R; r++) sums[m][r] += numbers[r] * input;
      }
    }
  }
}

template <class Format, int M, int R>
void rows(const Matrix& w, int64_t row, const float* x, int64_t x_stride, float* y, int64_t stride) {
  const int64_t row_bytes = w.columns * Format::bytes / Format::span;
  const int64_t whole = w.columns / Format::span;
  // Rows are read side by side, each too short for the processor to see where it leads: these are the next ones.
  const int64_t ahead = R * row_bytes;
  const uint8_t* p[R];
  for (int r = 0; r < R; r++) p[r] = static_cast<const uint8_t*>(w.data) + (row + r) * row_bytes;
  Floats sums[M][R] = {};
  if constexpr (Format::count == 8) {
    const float* table = w.table;
    for (int64_t s = 0; s < whole; s++) {
      Words v[R];
      Floats scales[R];
      for (int r = 0; r < R; r++) {
        if constexpr (M == 1) __builtin_prefetch(p[r] + s * Format::bytes + ahead);
        v[r] = load<Words>(p[r] + s * Format::bytes);
        scales[r] = Four::whole_scales(w.scales + ((row + r) * w.columns + s * Format::span) / 64);
      }
      step_four<M, R>(v, scales, table, x + s * Format::span, x_stride, sums);
    }
    if (int64_t left = row_bytes - whole * Format::bytes; left > 0) {
      Words v[R] = {};
      Floats scales[R];
      for (int r = 0; r < R; r++) {
        std::memcpy(&v[r], p[r] + whole * Format::bytes, static_cast<size_t>(left));
        scales[r] = Four::scales(w, row + r, whole * Format::span);
      }
      step_four<M, R>(v, scales, table, x + whole * Format::span, x_stride, sums);
    }
  } else {
    for (int64_t s = 0; s < whole; s++) {
      if constexpr (M == 1)
        for (int r = 0; r < R; r++) __builtin_prefetch(p[r] + s * Format::bytes + ahead);
      step<Format, M, R>(p, s * Format::bytes, x + s * Format::span, x_stride, sums);
    }
    if (int64_t left = row_bytes - whole * Format::bytes; left > 0) {
      alignas(64) uint8_t ends[R][Format::bytes] = {};
      const uint8_t* q[R];
      for (int r = 0; r < R; r++) {
        std::memcpy(ends[r], p[r] + whole * Format::bytes, static_cast<size_t>(left));
        q[r] = ends[r];
      }
      step<Format, M, R>(q, 0, x + whole * Format::span, x_stride, sums);
    }
  }
  for (int r = 0; r < R; r++) {
    float scale = w.format == I8 ? w.scales[row + r] : 1;
    float bias = bias_at(w, row + r);
    for (int m = 0; m < M; m++) y[m * stride + row + r] = sum(sums[m][r]) * scale + bias;
  }
}

template <class Format, int M>
void some_inputs(const Matrix& w, const float* x, int64_t x_stride, int64_t begin, int64_t end, float* y,
                 int64_t stride) {
  constexpr int R = LANES == 16 ? 4 : 2;
  int64_t row = begin;
  for (; row + R <= end; row += R) rows<Format, M, R>(w, row, x, x_stride, y, stride);
  for (; row < end; row++) rows<Format, M, 1>(w, row, x, x_stride, y, stride);
}

template <class Format>
void all_inputs(const Matrix& w, const float* x, int64_t x_stride, int64_t inputs, int64_t begin, int64_t end,
                float* y, int64_t stride) {
  // Few rows at a time, so that the weights stay near while the inputs pass.
  constexpr int64_t group = 16;
  for (int64_t from = begin; from < end; from += group) {
    int64_t to = from + group < end ? from + group : end;
    int64_t m = 0;
    for (; m + 4 <= inputs; m += 4)
      some_inputs<Format, 4>(w, x + m * x_stride, x_stride, from, to, y + m * stride, stride);
    const float* xs = x + m * x_stride;
    float* ys = y + m * stride;
    switch (inputs - m) {
      case 3: some_inputs<Format, 3>(w, xs, x_stride, from, to, ys, stride); break;
      case 2: some_inputs<Format, 2>(w, xs, x_stride, from, to, ys, stride); break;
      case 1: some_inputs<Format, 1>(w, xs, x_stride, from, to, ys, stride); break;
      default: break;
    }
  }
}

void product(const Matrix& w, const float* x, int64_t x_stride, int64_t inputs, int64_t begin, int64_t end, float* y,
             int64_t stride) {
  switch (w.format) {
    case BF16: return all_inputs<Brain>(w, x, x_stride, inputs, begin, end, y, stride);
    case I8: return all_inputs<Eight>(w, x, x_stride, inputs, begin, end, y, stride);
    case Q4: return all_inputs<Four>(w, x, x_stride, inputs, begin, end, y, stride);
    default: return all_inputs<Single>(w, x, x_stride, inputs, begin, end, y, stride);
  }
}

template <class Format>
void arrange(const float* x, int64_t columns, float* prepared) {
  for (int64_t base = 0; base < columns; base += Format::span) {
    if (base + Format::span <= columns) {
      for (int k = 0; k < Format::count; k++)
        for (int lane = 0; lane < LANES; lane++) prepared[base + k * LANES + lane] = x[base + Format::at(k, lane)];
      continue;
    }
    for (int k = 0; k < Format::count; k++)
      for (int lane = 0; lane < LANES; lane++) {
        int64_t from = base + Format::at(k, lane);
        prepared[base + k * LANES + lane] = from < columns ? x[from] : 0;
      }
  }
}

int64_t span_of(int64_t format) {
  switch (format) {
    case BF16: return Brain::span;
    case I8: return Eight::span;
    case Q4: return Four::span;
    default: return Single::span;
  }
}

int64_t prepared_size(int64_t format, int64_t columns) {
  int64_t span = span_of(format);
  return (columns + span - 1) / span * span;
}

void prepare(int64_t format, const float* x, int64_t columns, float* prepared) {
  switch (format) {
    case BF16: return arrange<Brain>(x, columns, prepared);
    case I8: return arrange<Eight>(x, columns, prepared);
    case Q4: return arrange<Four>(x, columns, prepared);
    default: return arrange<Single>(x, columns, prepared);
  }
}

// e^x by a polynomial on [-ln 2 / 2, ln 2 / 2] and the exponent's bits; 2e-7 relative.
inline float exponential(float x) {
  x = x < -87.0f ? -87.0f : x;
  x = x > 88.0f ? 88.0f : x;
  float shifted = x * 1.44269504088896341f + 12582912.0f;
  int32_t whole = __builtin_bit_cast(int32_t, shifted) - 0x4b400000;
  float n = shifted - 12582912.0f;
  float r = x - n * 0.693359375f;
  r = r + n * 2.12194440e-4f;
  float p = 1.9875691500e-4f;
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * r * r + r + 1.0f;
  return __builtin_bit_cast(float, __builtin_bit_cast(int32_t, p) + (whole << 23));
}

inline float weight_at(const Vector& v, int64_t i) {
  return v.format == BF16 ? widened(static_cast<const uint16_t*>(v.data)[i]) : static_cast<const float*>(v.data)[i];
}

void rms_norm(const float* x, const Vector& weight, int64_t size, float epsilon, float offset, float* y) {
  float squares = 0;
#pragma omp simd reduction(+ : squares)
  for (int64_t i = 0; i < size; i++) squares += x[i] * x[i];
  float factor = 1 / std::sqrt(squares / static_cast<float>(size) + epsilon);
  if (weight.format == BF16) {
    const uint16_t* w = static_cast<const uint16_t*>(weight.data);
#pragma omp simd
    for (int64_t i = 0; i < size; i++) y[i] = x[i] * factor * (widened(w[i]) + offset);
  } else {
    const float* w = static_cast<const float*>(weight.data);
#pragma omp simd
    for (int64_t i = 0; i < size; i++) y[i] = x[i] * factor * (w[i] + offset);
  }
}

void gate(int64_t activation, float* gate, const float* up, int64_t size) {
  switch (activation) {
    case SILU:
#pragma omp simd
      for (int64_t i = 0; i < size; i++) gate[i] = gate[i] / (1 + exponential(-gate[i])) * up[i];
      return;
    case QUICK_GELU:
#pragma omp simd
      for (int64_t i = 0; i < size; i++) gate[i] = gate[i] / (1 + exponential(-1.702f * gate[i])) * up[i];
      return;
    case GELU_TANH:
#pragma omp simd
      for (int64_t i = 0; i < size; i++) {
        float u = 0.7978845608028654f * (gate[i] + 0.044715f * gate[i] * gate[i] * gate[i]);
        // (1 + tanh u) / 2 is the logistic function of 2u.
        gate[i] = gate[i] / (1 + exponential(-2 * u)) * up[i];
      }
      return;
    case GELU:
      for (int64_t i = 0; i < size; i++) gate[i] = 0.5f * gate[i] * (1 + std::erf(gate[i] * 0.70710678f)) * up[i];
      return;
    default:
#pragma omp simd
      for (int64_t i = 0; i < size; i++) gate[i] = (gate[i] > 0 ? gate[i] : 0) * up[i];
  }
}

inline float number(const float* p, int64_t i) { return p[i]; }
inline float number(const uint16_t* p, int64_t i) { return widened(p[i]); }

template <class Element>
void attend_in(const Sight& sight, const Element* keys, const Element* values, float* scores, float* y) {
  const int64_t size = sight.size;
  float highest = -INFINITY;
  for (int64_t t = sight.from; t < sight.to; t++) {
    if (sight.visible && !sight.visible[t]) {
      scores[t] = -INFINITY;
      continue;
    }
    const Element* key = keys + t * size;
    float dot = 0;
#pragma omp simd reduction(+ : dot)
    for (int64_t i = 0; i < size; i++) dot += sight.query[i] * number(key, i);
    scores[t] = dot * sight.scale;
    highest = scores[t] > highest ? scores[t] : highest;
  }
  for (int64_t i = 0; i < size; i++) y[i] = 0;
  float total = 0;
#pragma omp simd reduction(+ : total)
  for (int64_t t = sight.from; t < sight.to; t++) {
    // What is hidden would come out as e^-87, not as nothing.
    scores[t] = scores[t] == -INFINITY ? 0 : exponential(scores[t] - highest);
    total += scores[t];
  }
  if (!(total > 0)) return;
  for (int64_t t = sight.from; t < sight.to; t++) {
    if (scores[t] == 0) continue;
    const Element* value = values + t * size;
    float share = scores[t];
#pragma omp simd
    for (int64_t i = 0; i < size; i++) y[i] += share * number(value, i);
  }
  for (int64_t i = 0; i < size; i++) y[i] /= total;
}

void attend(const Sight& sight, float* scores, float* y) {
  if (sight.format == BF16) {
    attend_in(sight, static_cast<const uint16_t*>(sight.keys), static_cast<const uint16_t*>(sight.values), scores, y);
  } else {
    attend_in(sight, static_cast<const float*>(sight.keys), static_cast<const float*>(sight.values), scores, y);
  }
}

}  // namespace
}  // namespace KERNELS
}  // namespace cadwright

#define CADWRIGHT_TABLE \
  { KERNELS::prepared_size, KERNELS::prepare, KERNELS::product, KERNELS::rms_norm, KERNELS::gate, KERNELS::attend }
