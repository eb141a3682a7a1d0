#include "jail.hpp"

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <initializer_list>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>

namespace cadwright {
namespace {

#if defined(__x86_64__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_AARCH64;
#else
#error "the system call filter knows x86-64 and AArch64"
#endif

// What computing with the C and C++ libraries takes once everything is loaded: memory, time, locks, signals to oneself.
constexpr std::initializer_list<int> kAllowed = {
    SYS_read, SYS_write, SYS_readv, SYS_writev, SYS_pread64, SYS_close, SYS_fstat, SYS_lseek,
    SYS_mmap, SYS_munmap, SYS_mremap, SYS_mprotect, SYS_madvise, SYS_brk,
    SYS_futex, SYS_sched_yield, SYS_sched_getaffinity, SYS_getrandom, SYS_restart_syscall,
    SYS_rt_sigaction, SYS_rt_sigprocmask, SYS_rt_sigreturn, SYS_sigaltstack,
    SYS_clock_gettime, SYS_clock_getres, SYS_clock_nanosleep, SYS_nanosleep, SYS_gettimeofday,
    SYS_getpid, SYS_gettid, SYS_getuid, SYS_geteuid, SYS_getgid, SYS_getegid,
    SYS_getrusage, SYS_times, SYS_uname, SYS_sysinfo, SYS_exit, SYS_exit_group,
#ifdef SYS_time
    SYS_time,
#endif
};

// Allowed for this process alone: raising a signal (abort) and setting limits.
constexpr std::initializer_list<int> kAllowedOnSelf = {SYS_tgkill, SYS_prlimit64};

class Filter {
public:
    Filter() {
        load(offsetof(seccomp_data, arch));
        add(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, kArchitecture, 1, 0));
        verdict(SECCOMP_RET_KILL_PROCESS);
        load(offsetof(seccomp_data, nr));
    }

    void allow(int call) {
        add(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(call), 0, 1));
        verdict(SECCOMP_RET_ALLOW);
    }

    // Allows the call where its first argument is 0 or this process.
    void allowOnSelf(int call, std::uint32_t self) {
        add(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(call), 0, 5));
        load(offsetof(seccomp_data, args));
        add(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0, 1, 0));
        add(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, self, 0, 1));
        verdict(SECCOMP_RET_ALLOW);
        verdict(SECCOMP_RET_ERRNO | EPERM);
    }

    bool install() {
        verdict(SECCOMP_RET_ERRNO | EPERM);
        const sock_fprog program{static_cast<unsigned short>(code_.size()), code_.data()};
        return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
    }

private:
    void load(std::size_t offset) { add(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<std::uint32_t>(offset))); }
    void verdict(std::uint32_t action) { add(BPF_STMT(BPF_RET | BPF_K, action)); }
    void add(sock_filter instruction) { code_.push_back(instruction); }

    std::vector<sock_filter> code_;
};

// A rule set that handles every access to files and allows none. Returns the interface's version.
int restrictFiles() {
    const long version = syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1) {
        return 0;
    }
    // The rights of the first version: later kernels accept them, and the filter denies the calls behind all the others.
    landlock_ruleset_attr rules{};
    rules.handled_access_fs = (std::uint64_t{1} << 13) - 1;
    const long descriptor = syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0);
    if (descriptor < 0) {
        return 0;
    }
    const bool restricted = syscall(SYS_landlock_restrict_self, descriptor, 0) == 0;
    close(static_cast<int>(descriptor));
    return restricted ? static_cast<int>(version) : 0;
}

void restrictCalls() {
    Filter filter;
    for (const int call : kAllowed) {
        filter.allow(call);
    }
    for (const int call : kAllowedOnSelf) {
        filter.allowOnSelf(call, static_cast<std::uint32_t>(getpid()));
    }
    if (!filter.install()) {
        std::perror("cadwright-kernel: no system call filter");
        std::exit(3);
    }
}

}  // namespace

Jail enterJail() {
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
        std::perror("cadwright-kernel: no_new_privs");
        std::exit(3);
    }
    const Jail jail{restrictFiles()};
    restrictCalls();
    return jail;
}

}  // namespace cadwright
