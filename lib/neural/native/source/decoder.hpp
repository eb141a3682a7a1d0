// One token of each row of a batch through a whole decoder.
#pragma once
#include <vector>

#include "linear.hpp"

namespace cadwright {

class Decoder {
 public:
  Decoder(const Model& model, int64_t rows, int64_t capacity);

  struct Step {
    int64_t rows;
    const int64_t* tokens;
    const int64_t* positions;
    const uint8_t* visible;  // [rows, past + 1], or none where all is
    Cache cache;
    float* logits;  // [rows, vocabulary]
    float* states;  // [rows, width] after the final norm
  };

  void run(Engine& engine, const Step& step);

 private:
  void embed(const Step& step);
  void turn(const Step& step);
  void layer(Engine& engine, const Step& step, const Layer& layer, int64_t index);
  void attend(Engine& engine, const Step& step, const Layer& layer, int64_t index);
  void heads(const Kernels& kernels, const Step& step, const Vector& norm, float* x, int64_t count);
  void keep(const Step& step, const float* from, void* to);
  void norm(const Kernels& kernels, const Vector& weight, int64_t rows, float* y);
  void add(int64_t rows);

  const Model& model_;
  int64_t width_;
  int64_t inner_;
  int64_t capacity_;
  std::vector<float> x_, h_, q_, k_, v_, a_, gate_, up_, cosines_, sines_, scores_;
};

}  // namespace cadwright
