#include <atomic>
#include <chrono>
#include <cmath>
#include <vector>

#include "decoder.hpp"

using namespace cadwright;

namespace {
constexpr int64_t version = 1;
}

CADWRIGHT_EXPORT int64_t cadwright_version() { return version; }

// The best level up to the wanted one. AMX must only be asked for where it was seen to work.
CADWRIGHT_EXPORT int64_t cadwright_level(int64_t wanted) { return supported(static_cast<Level>(wanted)); }

CADWRIGHT_EXPORT void* cadwright_engine(int64_t threads, int64_t level) {
  return new Engine(threads, static_cast<Level>(level));
}

CADWRIGHT_EXPORT void cadwright_engine_close(void* engine) { delete static_cast<Engine*>(engine); }

// y [inputs, rows] = x [inputs, columns] wᵀ + bias
CADWRIGHT_EXPORT void cadwright_product(void* engine, const Matrix* weight, const float* x, int64_t inputs,
                                        int64_t rounding, float* y) {
  static_cast<Engine*>(engine)->products(x, weight->columns, inputs, {{*weight, y, weight->rows}}, rounding != 0);
}

CADWRIGHT_EXPORT void* cadwright_decoder(const Model* model, int64_t rows, int64_t capacity) {
  return new Decoder(*model, rows, capacity);
}

CADWRIGHT_EXPORT void cadwright_decoder_close(void* decoder) { delete static_cast<Decoder*>(decoder); }

CADWRIGHT_EXPORT void cadwright_step(void* decoder, void* engine, int64_t rows, const int64_t* tokens,
                                     const int64_t* positions, const uint8_t* visible, const Cache* cache,
                                     float* logits, float* states) {
  static_cast<Decoder*>(decoder)->run(*static_cast<Engine*>(engine),
                                      {rows, tokens, positions, visible, *cache, logits, states});
}

// Codes of eight bits of a matrix of single precision or bf16, and what they are multiplied by, row by row.
CADWRIGHT_EXPORT void cadwright_quantize(void* engine, const Matrix* weight, int8_t* codes, float* scales) {
  constexpr int64_t step = 256;
  int64_t columns = weight->columns;
  static_cast<Engine*>(engine)->pool().run((weight->rows + step - 1) / step, [&](int64_t piece) {
    int64_t end = (piece + 1) * step < weight->rows ? (piece + 1) * step : weight->rows;
    std::vector<float> row(static_cast<size_t>(columns));
    for (int64_t r = piece * step; r < end; r++) {
      float largest = 0;
      for (int64_t i = 0; i < columns; i++) {
        row[static_cast<size_t>(i)] = weight->format == BF16
                                          ? widened(static_cast<const uint16_t*>(weight->data)[r * columns + i])
                                          : static_cast<const float*>(weight->data)[r * columns + i];
        largest = std::fmax(largest, std::fabs(row[static_cast<size_t>(i)]));
      }
      scales[r] = largest / 127;
      float factor = largest == 0 ? 0 : 127 / largest;
      for (int64_t i = 0; i < columns; i++)
        codes[r * columns + i] = static_cast<int8_t>(std::lrintf(row[static_cast<size_t>(i)] * factor));
    }
  });
}

// Bytes a second that all threads read from memory together.
CADWRIGHT_EXPORT double cadwright_bandwidth(void* engine, const void* memory, int64_t bytes) {
  constexpr int64_t step = 1 << 20;
  std::atomic<uint64_t> sink{0};
  auto start = std::chrono::steady_clock::now();
  static_cast<Engine*>(engine)->pool().run(bytes / step, [&](int64_t piece) {
    const uint64_t* p = static_cast<const uint64_t*>(memory) + piece * step / 8;
    uint64_t sum = 0;
#pragma omp simd reduction(+ : sum)
    for (int64_t i = 0; i < step / 8; i++) sum += p[i];
    sink += sum;
  });
  double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return sink == 42 ? 0 : static_cast<double>(bytes / step * step) / seconds;
}
