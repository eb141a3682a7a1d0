// The kernel worker: reads requests from standard input, answers on what was standard output.
#include <Message.hxx>
#include <Message_Messenger.hxx>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

#include "frame.hpp"
#include "jail.hpp"
#include "limits.hpp"
#include "protocol.hpp"

namespace {

// OCCT prints to standard output now and then: replies get a descriptor of their own.
int takeReplyDescriptor() {
    const int replies = dup(STDOUT_FILENO);
    const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (replies < 0 || nowhere < 0 || dup2(nowhere, STDOUT_FILENO) < 0) {
        std::perror("cadwright-kernel: standard output cannot be moved");
        std::exit(3);
    }
    close(nowhere);
    for (int other = STDERR_FILENO + 1; other < 1024; ++other) {
        if (other != replies) {
            close(other);
        }
    }
    return replies;
}

int serve(int replies, cadwright::Session& session, const cadwright::Limits& limits) {
    try {
        while (const auto request = cadwright::readFrame(STDIN_FILENO)) {
            cadwright::writeFrame(replies, cadwright::answer(*request, session, limits));
        }
        return 0;
    } catch (const cadwright::BrokenStream& broken) {
        std::fprintf(stderr, "cadwright-kernel: %s\n", broken.reason);
        return 2;
    }
}

}  // namespace

int main(int count, char** arguments) {
    cadwright::Session session;
    for (int i = 1; i < count; ++i) {
        if (std::strcmp(arguments[i], "--test-operations") != 0) {
            std::fprintf(stderr, "usage: cadwright-kernel [--test-operations]\n");
            return 2;
        }
        session.testOperations = true;
    }
    const int replies = takeReplyDescriptor();
    Message::DefaultMessenger()->ChangePrinters().Clear();
    const cadwright::Limits limits;
    const cadwright::Jail jail = cadwright::enterJail();
    try {
        cadwright::writeFrame(replies, cadwright::greeting(jail));
    } catch (const cadwright::BrokenStream&) {
        return 2;
    }
    const int status = serve(replies, session, limits);
    // Destructors of OCCT's statics only take time.
    _exit(status);
}
