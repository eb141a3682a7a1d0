#include "test_operations.hpp"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>

#include "failure.hpp"

namespace cadwright {
namespace {

void spin() {
    volatile unsigned turn = 0;
    for (;;) {
        turn = turn + 1;
    }
}

void allocate() {
    constexpr std::size_t kBlock = std::size_t{64} << 20;
    std::vector<std::unique_ptr<char[]>> blocks;
    for (;;) {
        blocks.push_back(std::make_unique<char[]>(kBlock));
    }
}

long openPasswords() { return open("/etc/passwd", O_RDONLY | O_CLOEXEC); }

long openForWriting() { return open("/tmp/cadwright-kernel-escape", O_WRONLY | O_CREAT | O_CLOEXEC, 0600); }

long connectOut() { return socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0); }

long execute() {
    char program[] = "/bin/true";
    char* arguments[] = {program, nullptr};
    return execv(program, arguments);
}

long spawn() {
    const long child = syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0);
    if (child == 0) {
        _exit(0);
    }
    return child;
}

long signalParent() { return kill(getppid(), 0); }

long signalInit() { return syscall(SYS_tgkill, 1, 1, 0); }

long limitParent() { return syscall(SYS_prlimit64, 1, 0, nullptr, nullptr); }

}  // namespace

void doTest(const Arguments& arguments, Session& session) {
    static const std::map<std::string, void (*)(), std::less<>> kEndings = {
        {"crash", [] { std::raise(SIGSEGV); }}, {"abort", [] { std::abort(); }}, {"spin", spin}, {"allocate", allocate}};
    static const std::map<std::string, long (*)(), std::less<>> kAttempts = {
        {"open", openPasswords}, {"create", openForWriting}, {"socket", connectOut},      {"exec", execute},
        {"fork", spawn},         {"kill", signalParent},     {"signal_init", signalInit}, {"limit_init", limitParent}};
    const std::string& kind = arguments.text("kind");
    if (const auto ending = kEndings.find(kind); ending != kEndings.end()) {
        ending->second();
    } else if (const auto attempt = kAttempts.find(kind); attempt != kAttempts.end()) {
        errno = 0;
        const long outcome = attempt->second();
        session.results.integer(outcome < 0 ? errno : 0);
        ++session.resultCount;
    } else {
        fail(Category::Protocol, "protocol.argument", "there is no such test");
    }
}

}  // namespace cadwright
