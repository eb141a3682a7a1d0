// Threads that share the pieces of one task after another. A thread that the system does not run takes no piece, so
// nobody waits for it; an idle one watches for work for some microseconds and then sleeps.
#pragma once
#include <atomic>
#include <cstdint>
#include <thread>
#include <vector>

namespace cadwright {

class Pool {
 public:
  explicit Pool(int64_t threads);
  ~Pool();
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  int64_t threads() const { return static_cast<int64_t>(helpers_.size()) + 1; }

  // Calls work(piece) for each piece from 0; returns when all are done. One caller at a time.
  template <class Work>
  void run(int64_t pieces, const Work& work) {
    run(pieces, [](const void* context, int64_t piece) { (*static_cast<const Work*>(context))(piece); }, &work);
  }

 private:
  using Function = void (*)(const void*, int64_t);

  void run(int64_t pieces, Function function, const void* context);
  bool take();
  void help();

  std::atomic<uint64_t> ticket_{0};
  std::atomic<int64_t> done_{0};
  std::atomic<uint32_t> bell_{0};
  std::atomic<int32_t> sleepers_{0};
  std::atomic<bool> stopping_{false};
  std::atomic<int64_t> pieces_{0};
  Function function_ = nullptr;
  const void* context_ = nullptr;
  std::vector<std::thread> helpers_;
};

}  // namespace cadwright
