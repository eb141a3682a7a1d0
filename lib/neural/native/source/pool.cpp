#include "pool.hpp"

#include <chrono>

#include <sched.h>

namespace cadwright {
namespace {

// Longer than the gap between two products of one token, shorter than anybody else would notice.
constexpr auto patience = std::chrono::microseconds(60);
constexpr uint64_t piece_bits = 24;
constexpr uint64_t piece_mask = (uint64_t{1} << piece_bits) - 1;

inline void relax() {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#endif
}

}  // namespace

Pool::Pool(int64_t threads) {
  for (int64_t i = 1; i < threads; i++) helpers_.emplace_back([this] { help(); });
}

Pool::~Pool() {
  stopping_ = true;
  bell_.fetch_add(1);
  bell_.notify_all();
  for (auto& helper : helpers_) helper.join();
}

// The ticket is the task's number and its next piece in one word: whoever moves it on owns a piece of that very task,
// and the task's description stays as it is until that piece is done.
bool Pool::take() {
  uint64_t ticket = ticket_.load(std::memory_order_acquire);
  while (static_cast<int64_t>(ticket & piece_mask) < pieces_.load(std::memory_order_acquire)) {
    if (ticket_.compare_exchange_weak(ticket, ticket + 1, std::memory_order_acq_rel)) {
      function_(context_, static_cast<int64_t>(ticket & piece_mask));
      done_.fetch_add(1, std::memory_order_acq_rel);
      return true;
    }
  }
  return false;
}

void Pool::run(int64_t pieces, Function function, const void* context) {
  if (pieces <= 1 || helpers_.empty()) {
    for (int64_t i = 0; i < pieces; i++) function(context, i);
    return;
  }
  // Nobody can take a piece of the last task any more, nor of this one before the ticket names it.
  pieces_.store(0, std::memory_order_release);
  uint64_t next = ((ticket_.load(std::memory_order_acquire) >> piece_bits) + 1) << piece_bits;
  ticket_.store(next | piece_mask, std::memory_order_release);
  function_ = function;
  context_ = context;
  done_.store(0, std::memory_order_release);
  pieces_.store(pieces, std::memory_order_release);
  ticket_.store(next, std::memory_order_seq_cst);
  if (sleepers_.load(std::memory_order_seq_cst) > 0) {
    bell_.fetch_add(1);
    bell_.notify_all();
  }
  while (take()) {
  }
  for (int spins = 0; done_.load(std::memory_order_acquire) < pieces; spins++) {
    if (spins < 4096) {
      relax();
    } else {
      sched_yield();
    }
  }
}

void Pool::help() {
  auto idle = std::chrono::steady_clock::now();
  while (!stopping_.load(std::memory_order_acquire)) {
    if (take()) {
      while (take()) {
      }
      idle = std::chrono::steady_clock::now();
      continue;
    }
    for (int i = 0; i < 32; i++) relax();
    if (std::chrono::steady_clock::now() - idle < patience) continue;
    uint32_t bell = bell_.load();
    sleepers_.fetch_add(1, std::memory_order_seq_cst);
    uint64_t ticket = ticket_.load(std::memory_order_seq_cst);
    if (static_cast<int64_t>(ticket & piece_mask) >= pieces_.load() && !stopping_) bell_.wait(bell);
    sleepers_.fetch_sub(1);
    idle = std::chrono::steady_clock::now();
  }
}

}  // namespace cadwright
