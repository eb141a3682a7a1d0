#include "limits.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <sys/resource.h>
#include <unistd.h>

namespace cadwright {
namespace {

constexpr std::size_t kStack = std::size_t{2} << 20;

void limit(__rlimit_resource resource, rlim_t value) {
    const rlimit both{value, value};
    if (setrlimit(resource, &both) != 0) {
        std::perror("cadwright-kernel: a limit cannot be set");
        std::exit(3);
    }
}

void softLimit(__rlimit_resource resource, rlim_t value) {
    rlimit current{};
    getrlimit(resource, &current);
    current.rlim_cur = std::min(value, current.rlim_max);
    setrlimit(resource, &current);
}

std::uint64_t addressSpace() {
    unsigned long pages = 0;
    if (std::FILE* file = std::fopen("/proc/self/statm", "r")) {
        if (std::fscanf(file, "%lu", &pages) != 1) {
            pages = 0;
        }
        std::fclose(file);
    }
    return pages == 0 ? std::uint64_t{512} << 20 : pages * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

// A stack that cannot grow ends in a segmentation fault: it gets its size before any limit counts.
void growStack() {
    [[maybe_unused]] volatile unsigned char frame[kStack];
    for (std::size_t i = 0; i < kStack; i += 4096) {
        frame[i] = 0;
    }
}

}  // namespace

Limits::Limits() {
    growStack();
    startSize_ = addressSpace();
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NPROC, 0);
    limit(RLIMIT_NOFILE, 16);
}

void Limits::apply(std::int64_t memory, double seconds) const {
    softLimit(RLIMIT_AS, startSize_ + static_cast<std::uint64_t>(std::max<std::int64_t>(memory, 0)));
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const double used = static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec);
    // The pool's watchdog comes first. This is for the worker whose pool was killed.
    softLimit(RLIMIT_CPU, static_cast<rlim_t>(used + std::ceil(std::clamp(seconds, 0.0, 1e6)) + 5));
}

void Limits::lift() const { softLimit(RLIMIT_AS, RLIM_INFINITY); }

}  // namespace cadwright
