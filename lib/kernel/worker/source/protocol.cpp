#include "protocol.hpp"

#include <Standard_Version.hxx>
#include <new>
#include <optional>

#include "failure.hpp"
#include "kernel_failure.hpp"

namespace cadwright {
namespace {

struct Progress {
    std::int64_t id = 0;
    std::int64_t operation = -1;
};

void perform(std::span<const unsigned char> request, Session& session, const Limits& limits, Progress& progress) {
    const cbor::Value value = cbor::read(request);
    const Arguments frame(value);
    progress.id = frame.integer("id");
    session.mostTriangles = frame.integer("triangles");
    if (!frame.flag("keep")) {
        session.forget();
    }
    limits.apply(frame.integer("memory"), frame.number("seconds"));
    for (const auto& entry : frame.array("operations")) {
        ++progress.operation;
        const Arguments arguments(entry);
        findOperation(arguments.text("do"), session)(arguments, session);
    }
}

// Runs the request; what went wrong, if anything did.
std::optional<Failure> attempt(
    std::span<const unsigned char> request, Session& session, const Limits& limits, Progress& progress) {
    try {
        perform(request, session, limits, progress);
        return std::nullopt;
    } catch (const Failure& failure) {
        return failure;
    } catch (const cbor::TooLarge&) {
        return Failure{Category::Exhausted, "request.size", "the source is too large"};
    } catch (const cbor::Malformed& malformed) {
        return Failure{Category::Protocol, "protocol.malformed", malformed.what()};
    } catch (const Standard_Failure& exception) {
        return fromKernel(exception);
    } catch (const std::bad_alloc&) {
        return outOfMemory();
    } catch (const std::exception& exception) {
        return Failure{Category::Runtime, "kernel.refused", exception.what()};
    }
}

void writeFailure(cbor::Writer& reply, const Failure& failure, const Progress& progress) {
    reply.text("failure");
    reply.map(4);
    reply.text("category");
    reply.text(name(failure.category));
    reply.text("code");
    reply.text(failure.code);
    reply.text("message");
    reply.text(failure.message);
    reply.text("operation");
    reply.integer(progress.operation);
}

}  // namespace

std::string greeting(const Jail& jail) {
    cbor::Writer hello;
    hello.map(3);
    hello.text("protocol");
    hello.integer(kProtocolVersion);
    hello.text("kernel");
    hello.text("OCCT " OCC_VERSION_COMPLETE);
    hello.text("landlock");
    hello.integer(jail.landlock);
    return hello.take();
}

std::string answer(std::span<const unsigned char> request, Session& session, const Limits& limits) {
    session.results = {};
    session.resultCount = 0;
    Progress progress;
    const std::optional<Failure> failure = attempt(request, session, limits, progress);
    limits.lift();
    cbor::Writer reply;
    reply.map(failure ? 3 : 2);
    reply.text("id");
    reply.integer(progress.id);
    if (failure) {
        writeFailure(reply, *failure, progress);
    }
    reply.text("results");
    reply.array(session.resultCount);
    reply.append(session.results);
    return reply.take();
}

}  // namespace cadwright
