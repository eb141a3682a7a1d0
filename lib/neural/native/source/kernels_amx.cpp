// Products in tiles: 16 rows of weights as they lie (or restored to bf16) times 16 inputs. Inputs are in the columns of
// the second operand, so weights never have to be turned.
#include <immintrin.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstring>

#include "kernels.hpp"

namespace cadwright::amx {
namespace {

constexpr int64_t depth = 32;       // numbers of a row in a tile
constexpr int64_t tile_bytes = 1024;
constexpr int64_t four_span = 128;  // codes in one vector register
constexpr int64_t four_tiles = four_span / depth;

struct alignas(64) Configuration {
  uint8_t palette = 1;
  uint8_t start_row = 0;
  uint8_t reserved[14] = {};
  uint16_t column_bytes[16] = {64, 64, 64, 64, 64, 64, 64, 64};
  uint8_t rows[16] = {16, 16, 16, 16, 16, 16, 16, 16};
};

int64_t padded(int64_t columns) { return (columns + four_span - 1) / four_span * four_span; }

// Which number of a row stands at a place of the order in which codes of four bits are restored.
inline int64_t four_at(int64_t place) {
  int64_t base = place / four_span * four_span;
  int64_t within = place % four_span;
  return base + 8 * (within % 16) + ((within / 16) ^ 1);
}

inline __m512 eight(const int8_t* p) {
  return _mm512_cvtepi32_ps(_mm512_cvtepi8_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(p))));
}

inline void store(uint16_t* to, __m512 low, __m512 high) {
  __m512bh both = _mm512_cvtne2ps_pbh(high, low);
  std::memcpy(to, &both, sizeof both);
}

// Restores 16 rows from a column on: consecutive tiles.
void restore_eight(const Matrix& w, int64_t row, int64_t tiles, uint16_t* to) {
  for (int64_t r = 0; r < 16; r++) {
    const int8_t* p = static_cast<const int8_t*>(w.data) + (row + r) * w.columns;
    for (int64_t t = 0; t < tiles; t++) {
      int64_t column = t * depth;
      uint16_t* place = to + t * (tile_bytes / 2) + r * depth;
      if (column + depth <= w.columns) {
        store(place, eight(p + column), eight(p + column + 16));
      } else {
        int8_t end[depth] = {};
        std::memcpy(end, p + column, static_cast<size_t>(w.columns - column));
        store(place, eight(end), eight(end + 16));
      }
    }
  }
}

void restore_four(const Matrix& w, int64_t row, int64_t tiles, uint16_t* to) {
  const __m512 table = _mm512_loadu_ps(w.table);
  const int64_t row_bytes = w.columns / 2;
  for (int64_t r = 0; r < 16; r++) {
    const uint8_t* p = static_cast<const uint8_t*>(w.data) + (row + r) * row_bytes;
    const float* scales = w.scales + (row + r) * (w.columns / 64);
    for (int64_t t = 0; t < tiles; t += four_tiles) {
      int64_t at = t * depth;
      bool whole = at + four_span <= w.columns;
      __m512i v = whole ? _mm512_loadu_si512(p + at / 2) : _mm512_maskz_loadu_epi32(0x00ff, p + at / 2);
      __m512 scale = _mm512_mask_blend_ps(0xff00, _mm512_set1_ps(scales[at / 64]),
                                          _mm512_set1_ps(whole ? scales[at / 64 + 1] : 0));
      for (int k = 0; k < 8; k += 2) {
        __m512 low = _mm512_permutexvar_ps(_mm512_srli_epi32(v, static_cast<unsigned>(4 * k)), table);
        __m512 high = _mm512_permutexvar_ps(_mm512_srli_epi32(v, static_cast<unsigned>(4 * k + 4)), table);
        store(to + (t + k / 2) * (tile_bytes / 2) + r * depth, _mm512_mul_ps(low, scale), _mm512_mul_ps(high, scale));
      }
    }
  }
}

void restore_brain_end(const Matrix& w, int64_t row, int64_t column, uint16_t* to) {
  for (int64_t r = 0; r < 16; r++) {
    uint16_t* place = to + r * depth;
    std::memset(place, 0, depth * 2);
    std::memcpy(place, static_cast<const uint16_t*>(w.data) + (row + r) * w.columns + column,
                static_cast<size_t>(w.columns - column) * 2);
  }
}

struct Tiles {
  const uint8_t* first;
  int64_t stride;
  int64_t step;
  const uint8_t* end;  // the last tile where it lies elsewhere
  const uint8_t* at(int64_t t, int64_t tiles) const { return end && t == tiles - 1 ? end : first + t * step; }
  int64_t stride_at(int64_t t, int64_t tiles) const { return end && t == tiles - 1 ? 64 : stride; }
};

constexpr int64_t longest = 16384;

// Groups of 16 rows side by side hide how long one product takes.
template <int G>
void groups(const Tiles (&w)[G], const uint8_t* x, int64_t tiles, float (*out)[256]) {
  _tile_zero(0);
  if constexpr (G > 1) _tile_zero(1);
  if constexpr (G > 2) _tile_zero(2);
  if constexpr (G > 3) _tile_zero(3);
  for (int64_t t = 0; t < tiles; t++) {
    _tile_loadd(4, x + t * tile_bytes, 64);
    _tile_loadd(5, w[0].at(t, tiles), w[0].stride_at(t, tiles));
    _tile_dpbf16ps(0, 5, 4);
    if constexpr (G > 1) {
      _tile_loadd(6, w[1].at(t, tiles), w[1].stride_at(t, tiles));
      _tile_dpbf16ps(1, 6, 4);
    }
    if constexpr (G > 2) {
      _tile_loadd(7, w[2].at(t, tiles), w[2].stride_at(t, tiles));
      _tile_dpbf16ps(2, 7, 4);
    }
    if constexpr (G > 3) {
      _tile_loadd(5, w[3].at(t, tiles), w[3].stride_at(t, tiles));
      _tile_dpbf16ps(3, 5, 4);
    }
  }
  _tile_stored(0, out[0], 64);
  if constexpr (G > 1) _tile_stored(1, out[1], 64);
  if constexpr (G > 2) _tile_stored(2, out[2], 64);
  if constexpr (G > 3) _tile_stored(3, out[3], 64);
}

struct Buffers {
  alignas(64) uint16_t restored[4][longest * 16];
  alignas(64) uint16_t ends[4][512];
};

template <int G>
void some_rows(const Matrix& w, const uint8_t* x, int64_t inputs, int64_t row, float* y, int64_t stride,
               Buffers& buffers) {
  const int64_t tiles = (w.format == Q4 ? padded(w.columns) : (w.columns + depth - 1) / depth * depth) / depth;
  Tiles places[G];
  for (int g = 0; g < G; g++) {
    int64_t first = row + 16 * g;
    if (w.format == BF16) {
      bool cut = w.columns % depth != 0;
      if (cut) restore_brain_end(w, first, w.columns / depth * depth, buffers.ends[g]);
      places[g] = {static_cast<const uint8_t*>(w.data) + first * w.columns * 2, w.columns * 2, depth * 2,
                   cut ? reinterpret_cast<const uint8_t*>(buffers.ends[g]) : nullptr};
    } else {
      if (w.format == I8) {
        restore_eight(w, first, tiles, buffers.restored[g]);
      } else {
        restore_four(w, first, tiles, buffers.restored[g]);
      }
      places[g] = {reinterpret_cast<const uint8_t*>(buffers.restored[g]), 64, tile_bytes, nullptr};
    }
  }
  alignas(64) float out[G][256];
  groups<G>(places, x, tiles, out);
  for (int g = 0; g < G; g++) {
    for (int64_t r = 0; r < 16; r++) {
      int64_t at = row + 16 * g + r;
      float scale = w.format == I8 ? w.scales[at] : 1;
      float bias = bias_at(w, at);
      for (int64_t m = 0; m < inputs; m++) y[m * stride + at] = out[g][16 * r + m] * scale + bias;
    }
  }
}

}  // namespace

bool permitted() {
  constexpr int request = 0x1023;  // ARCH_REQ_XCOMP_PERM
  constexpr int tile_data = 18;
  return syscall(SYS_arch_prctl, request, tile_data) == 0;
}

int64_t prepared_bytes(int64_t columns) { return padded(columns) / depth * tile_bytes; }

void prepare(int64_t format, const float* const* x, int64_t inputs, int64_t columns, void* prepared) {
  uint16_t* to = static_cast<uint16_t*>(prepared);
  const int64_t all = padded(columns);
  std::memset(prepared, 0, static_cast<size_t>(prepared_bytes(columns)));
  for (int64_t place = 0; place < all; place++) {
    int64_t from = format == Q4 ? four_at(place) : place;
    if (from >= columns) continue;
    uint16_t* pair = to + place / depth * 512 + place % depth / 2 * 32 + place % 2;
    for (int64_t m = 0; m < inputs; m++) pair[2 * m] = rounded(x[m][from]);
  }
}

void product(const Matrix& w, const void* prepared, int64_t inputs, int64_t begin, int64_t end, float* y,
             int64_t stride) {
  static thread_local Buffers* buffers = new Buffers;
  static const Configuration configuration;
  _tile_loadconfig(&configuration);
  const uint8_t* x = static_cast<const uint8_t*>(prepared);
  int64_t row = begin;
  for (; row + 64 <= end; row += 64) some_rows<4>(w, x, inputs, row, y, stride, *buffers);
  for (; row + 16 <= end; row += 16) some_rows<1>(w, x, inputs, row, y, stride, *buffers);
  _tile_release();
}

}  // namespace cadwright::amx
