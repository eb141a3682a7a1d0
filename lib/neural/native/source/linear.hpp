// Products of weights with a few rows of inputs, by all threads.
#pragma once
#include <cstdint>
#include <initializer_list>
#include <vector>

#include "kernels.hpp"
#include "pool.hpp"

namespace cadwright {

// The best level up to the wanted one that this processor has; AMX also needs the permission of the system.
Level supported(Level wanted);
const Kernels& kernels_of(Level level);

class Engine {
 public:
  Engine(int64_t threads, Level level);

  struct Output {
    const Matrix& weight;
    float* y;
    int64_t stride;
  };

  // y = x wᵀ + bias for each output; x [inputs, columns]. With `rounding`, inputs may be rounded to bf16.
  void products(const float* x, int64_t x_stride, int64_t inputs, std::initializer_list<Output> outputs, bool rounding);

  // gate = f(x gateᵀ) · (x upᵀ), in one pass over both weights.
  void gated(const float* x, int64_t x_stride, int64_t inputs, const Matrix& gate, const Matrix& up, int64_t activation,
             float* y, float* scratch, int64_t stride, bool rounding);

  Pool& pool() { return pool_; }
  const Kernels& kernels() const { return *kernels_; }
  Level level() const { return level_; }

 private:
  struct Prepared {
    bool matrix_unit;
    const void* x;
    int64_t stride;
  };

  bool by_matrix_unit(const Matrix& w, int64_t inputs, bool rounding) const;
  Prepared prepare(const Matrix& w, const float* x, int64_t x_stride, int64_t inputs, bool rounding, int slot);
  void part(const Matrix& w, const Prepared& x, int64_t inputs, int64_t begin, int64_t end, float* y, int64_t stride);

  Level level_;
  const Kernels* kernels_;
  Pool pool_;
  std::vector<float> buffers_[4];
};

}  // namespace cadwright
