#include "decoder.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace cadwright {
namespace {

size_t floats(int64_t a, int64_t b) { return static_cast<size_t>(a) * static_cast<size_t>(b); }

int64_t element_bytes(int64_t format) { return format == BF16 ? 2 : 4; }

}  // namespace

Decoder::Decoder(const Model& model, int64_t rows, int64_t capacity)
    : model_(model), width_(model.embedding.columns), inner_(0), capacity_(capacity) {
  for (int64_t i = 0; i < model.layer_count; i++) inner_ = std::max(inner_, model.layers[i].gate.rows);
  int64_t queries = model.heads * model.head_size;
  int64_t keys = model.key_heads * model.head_size;
  x_.resize(floats(rows, width_));
  h_.resize(floats(rows, std::max(width_, queries)));
  q_.resize(floats(rows, queries));
  a_.resize(floats(rows, queries));
  k_.resize(floats(rows, keys));
  v_.resize(floats(rows, keys));
  gate_.resize(floats(rows, inner_));
  up_.resize(floats(rows, inner_));
  cosines_.resize(floats(rows, model.turned / 2));
  sines_.resize(floats(rows, model.turned / 2));
  scores_.resize(floats(rows * model.heads, capacity));
}

void Decoder::run(Engine& engine, const Step& step) {
  embed(step);
  turn(step);
  for (int64_t i = 0; i < model_.layer_count; i++) layer(engine, step, model_.layers[i], i);
  norm(engine.kernels(), model_.norm, step.rows, step.states);
  engine.products(step.states, width_, step.rows, {{model_.head, step.logits, model_.head.rows}},
                  model_.cache_format == BF16);
}

void Decoder::embed(const Step& step) {
  const Matrix& table = model_.embedding;
  float scale = static_cast<float>(model_.embedding_scale);
  for (int64_t r = 0; r < step.rows; r++) {
    float* x = x_.data() + r * width_;
    int64_t from = step.tokens[r] * width_;
    if (table.format == BF16) {
      const uint16_t* row = static_cast<const uint16_t*>(table.data) + from;
      for (int64_t i = 0; i < width_; i++) x[i] = widened(row[i]) * scale;
    } else {
      const float* row = static_cast<const float*>(table.data) + from;
      for (int64_t i = 0; i < width_; i++) x[i] = row[i] * scale;
    }
  }
}

void Decoder::turn(const Step& step) {
  int64_t half = model_.turned / 2;
  float scale = static_cast<float>(model_.rotary_scale);
  for (int64_t r = 0; r < step.rows; r++) {
    for (int64_t i = 0; i < half; i++) {
      float angle = static_cast<float>(step.positions[r]) * model_.frequencies[i];
      cosines_[static_cast<size_t>(r * half + i)] = std::cos(angle) * scale;
      sines_[static_cast<size_t>(r * half + i)] = std::sin(angle) * scale;
    }
  }
}

void Decoder::norm(const Kernels& kernels, const Vector& weight, int64_t rows, float* y) {
  for (int64_t r = 0; r < rows; r++) {
    kernels.rms_norm(x_.data() + r * width_, weight, width_, static_cast<float>(model_.norm_epsilon),
                     static_cast<float>(model_.norm_offset), y + r * width_);
  }
}

void Decoder::add(int64_t rows) {
  const float* h = h_.data();
  float* x = x_.data();
  for (int64_t i = 0; i < rows * width_; i++) x[i] += h[i];
}

// Normalises each head where the model does, and turns it by its position.
void Decoder::heads(const Kernels& kernels, const Step& step, const Vector& weight, float* x, int64_t count) {
  int64_t size = model_.head_size;
  int64_t half = model_.turned / 2;
  for (int64_t r = 0; r < step.rows; r++) {
    const float* cosines = cosines_.data() + r * half;
    const float* sines = sines_.data() + r * half;
    for (int64_t n = 0; n < count; n++) {
      float* head = x + (r * count + n) * size;
      if (weight.data) kernels.rms_norm(head, weight, size, static_cast<float>(model_.norm_epsilon), 0, head);
      for (int64_t i = 0; i < half; i++) {
        float p = head[i];
        float q = head[i + half];
        head[i] = p * cosines[i] - q * sines[i];
        head[i + half] = q * cosines[i] + p * sines[i];
      }
    }
  }
}

void Decoder::keep(const Step& step, const float* from, void* to) {
  int64_t size = model_.head_size;
  for (int64_t n = 0; n < step.rows * model_.key_heads; n++) {
    int64_t at = (n * step.cache.capacity + step.cache.past) * size;
    if (model_.cache_format == BF16) {
      for (int64_t i = 0; i < size; i++) static_cast<uint16_t*>(to)[at + i] = rounded(from[n * size + i]);
    } else {
      std::memcpy(static_cast<float*>(to) + at, from + n * size, static_cast<size_t>(size) * sizeof(float));
    }
  }
}

void Decoder::attend(Engine& engine, const Step& step, const Layer& layer, int64_t index) {
  int64_t size = model_.head_size;
  int64_t group = model_.heads / model_.key_heads;
  int64_t to = step.cache.past + 1;
  int64_t from = layer.window > 0 ? std::max<int64_t>(0, to - layer.window) : 0;
  int64_t head_bytes = step.cache.capacity * size * element_bytes(model_.cache_format);
  engine.pool().run(step.rows * model_.key_heads, [&](int64_t n) {
    for (int64_t g = 0; g < group; g++) {
      int64_t head = n * group + g;
      Sight sight{q_.data() + head * size,
                  static_cast<const uint8_t*>(step.cache.keys[index]) + n * head_bytes,
                  static_cast<const uint8_t*>(step.cache.values[index]) + n * head_bytes,
                  model_.cache_format,
                  size,
                  from,
                  to,
                  step.visible ? step.visible + n / model_.key_heads * to : nullptr,
                  static_cast<float>(model_.attention_scale)};
      engine.kernels().attend(sight, scores_.data() + head * capacity_, a_.data() + head * size);
    }
  });
}

void Decoder::layer(Engine& engine, const Step& step, const Layer& layer, int64_t index) {
  const Kernels& kernels = engine.kernels();
  const bool rounding = model_.cache_format == BF16;
  const int64_t rows = step.rows;
  norm(kernels, layer.attention_norm, rows, h_.data());
  engine.products(h_.data(), width_, rows,
                  {{layer.query, q_.data(), layer.query.rows},
                   {layer.key, k_.data(), layer.key.rows},
                   {layer.value, v_.data(), layer.value.rows}},
                  rounding);
  heads(kernels, step, layer.query_norm, q_.data(), model_.heads);
  heads(kernels, step, layer.key_norm, k_.data(), model_.key_heads);
  keep(step, k_.data(), step.cache.keys[index]);
  keep(step, v_.data(), step.cache.values[index]);
  attend(engine, step, layer, index);
  engine.products(a_.data(), layer.output.columns, rows, {{layer.output, h_.data(), width_}}, rounding);
  add(rows);
  norm(kernels, layer.feed_forward_norm, rows, h_.data());
  engine.gated(h_.data(), width_, rows, layer.gate, layer.up, model_.activation, gate_.data(), up_.data(),
               layer.gate.rows, rounding);
  engine.products(gate_.data(), layer.down.columns, rows, {{layer.down, h_.data(), width_}}, rounding);
  add(rows);
}

}  // namespace cadwright
