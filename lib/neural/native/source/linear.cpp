#include "linear.hpp"

#include <algorithm>

namespace cadwright {
namespace {

constexpr int64_t most_inputs = 16;
constexpr int64_t fewest_for_matrix_unit = 3;
constexpr int64_t step = 64;          // rows that are handed out together, at least
constexpr int64_t pieces_a_thread = 4;

int64_t rows_of_piece(int64_t rows, int64_t threads) {
  int64_t share = (rows + threads * pieces_a_thread - 1) / (threads * pieces_a_thread);
  return std::max(step, (share + step - 1) / step * step);
}

}  // namespace

Engine::Engine(int64_t threads, Level level)
    : level_(supported(level)), kernels_(&kernels_of(level_)), pool_(std::max<int64_t>(1, threads)) {}

bool Engine::by_matrix_unit(const Matrix& w, int64_t inputs, bool rounding) const {
  return level_ == AMX && rounding && inputs >= fewest_for_matrix_unit && w.format != F32 && w.columns <= 16384 &&
         w.rows % 16 == 0;
}

Engine::Prepared Engine::prepare(const Matrix& w, const float* x, int64_t x_stride, int64_t inputs, bool rounding,
                                 int slot) {
  std::vector<float>& buffer = buffers_[slot];
#if CADWRIGHT_X86
  if (by_matrix_unit(w, inputs, rounding)) {
    size_t floats = static_cast<size_t>(amx::prepared_bytes(w.columns)) / sizeof(float) + 16;
    if (buffer.size() < floats) buffer.resize(floats);
    const float* rows[most_inputs];
    for (int64_t m = 0; m < inputs; m++) rows[m] = x + m * x_stride;
    amx::prepare(w.format, rows, inputs, w.columns, buffer.data());
    return {true, buffer.data(), 0};
  }
#endif
  int64_t size = kernels_->prepared_size(w.format, w.columns);
  if ((w.format == F32 || w.format == I8) && size == w.columns) return {false, x, x_stride};
  if (buffer.size() < static_cast<size_t>(size * inputs)) buffer.resize(static_cast<size_t>(size * inputs));
  for (int64_t m = 0; m < inputs; m++)
    kernels_->prepare(w.format, x + m * x_stride, w.columns, buffer.data() + m * size);
  return {false, buffer.data(), size};
}

void Engine::part(const Matrix& w, const Prepared& x, int64_t inputs, int64_t begin, int64_t end, float* y,
                  int64_t stride) {
#if CADWRIGHT_X86
  if (x.matrix_unit) {
    return amx::product(w, x.x, inputs, begin, end, y, stride);
  }
#endif
  kernels_->product(w, static_cast<const float*>(x.x), x.stride, inputs, begin, end, y, stride);
}

void Engine::products(const float* x, int64_t x_stride, int64_t inputs, std::initializer_list<Output> outputs,
                      bool rounding) {
  for (int64_t from = 0; from < inputs; from += most_inputs) {
    int64_t count = std::min(most_inputs, inputs - from);
    Prepared prepared[4];
    int64_t pieces[4];
    int64_t rows[4];
    int64_t all = 0;
    int n = 0;
    for (const Output& output : outputs) {
      const Output* same = nullptr;
      int first = 0;
      for (const Output& earlier : outputs) {
        if (&earlier == &output) break;
        if (earlier.weight.format == output.weight.format &&
            by_matrix_unit(earlier.weight, count, rounding) == by_matrix_unit(output.weight, count, rounding)) {
          same = &earlier;
          break;
        }
        first++;
      }
      prepared[n] = same ? prepared[first] : prepare(output.weight, x + from * x_stride, x_stride, count, rounding, n);
      rows[n] = rows_of_piece(output.weight.rows, pool_.threads());
      pieces[n] = (output.weight.rows + rows[n] - 1) / rows[n];
      all += pieces[n];
      n++;
    }
    const Output* list = outputs.begin();
    pool_.run(all, [&](int64_t piece) {
      int which = 0;
      while (piece >= pieces[which]) piece -= pieces[which++];
      const Output& output = list[which];
      int64_t begin = piece * rows[which];
      part(output.weight, prepared[which], count, begin, std::min(begin + rows[which], output.weight.rows),
           output.y + from * output.stride, output.stride);
    });
  }
}

void Engine::gated(const float* x, int64_t x_stride, int64_t inputs, const Matrix& gate, const Matrix& up,
                   int64_t activation, float* y, float* scratch, int64_t stride, bool rounding) {
  for (int64_t from = 0; from < inputs; from += most_inputs) {
    int64_t count = std::min(most_inputs, inputs - from);
    Prepared of_gate = prepare(gate, x + from * x_stride, x_stride, count, rounding, 0);
    Prepared of_up = up.format == gate.format ? of_gate : prepare(up, x + from * x_stride, x_stride, count, rounding, 1);
    int64_t rows = rows_of_piece(gate.rows, pool_.threads());
    float* own = y + from * stride;
    float* other = scratch + from * stride;
    pool_.run((gate.rows + rows - 1) / rows, [&](int64_t piece) {
      int64_t begin = piece * rows;
      int64_t end = std::min(begin + rows, gate.rows);
      part(gate, of_gate, count, begin, end, own, stride);
      part(up, of_up, count, begin, end, other, stride);
      for (int64_t m = 0; m < count; m++)
        kernels_->gate(activation, own + m * stride + begin, other + m * stride + begin, end - begin);
    });
  }
}

}  // namespace cadwright
