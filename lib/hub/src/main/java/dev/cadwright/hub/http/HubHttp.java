package dev.cadwright.hub.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cadwright.hub.HubException;
import dev.cadwright.hub.HubSettings;
import dev.cadwright.hub.Pause;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Sends requests to one hub and to the storage that it redirects to. The token goes to the hub alone. Used by several
 * threads at once.
 */
public final class HubHttp implements AutoCloseable {
    private static final String USER_AGENT = "cadwright";
    private static final int QUICK_TRIES = 3;

    private final HubSettings settings;
    private final Redirects redirects;
    private final Refusals refusals;
    private final Runnable stop;
    private final Pause pause;
    private final ObjectMapper mapper = new ObjectMapper();
    private final Watch watch;
    private final HttpClient client;

    /** @param stop throws once nothing more is wanted */
    public HubHttp(HubSettings settings, Pause pause, Runnable stop) {
        this.settings = settings;
        this.redirects = new Redirects(settings.endpoint());
        this.refusals = new Refusals(settings.endpoint(), settings.token().isPresent(), InstantSource.system());
        this.stop = stop;
        this.pause = new StoppablePause(pause, stop);
        this.watch = new Watch(settings.limits().stall(), stop);
        // Parallel ranges want connections of their own, not streams that share one window.
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.limits().connect())
                .proxy(EnvironmentProxies.of(System.getenv()))
                .build();
    }

    /** An address of the hub. */
    public URI uri(String path) {
        return URI.create(settings.endpoint() + path);
    }

    public Patience patience() {
        return new Patience(settings.limits(), pause, new SplittableRandom());
    }

    /** Throws once nothing more is wanted. */
    public void throwIfStopped() {
        stop.run();
    }

    /** The error of a repository whose terms have to be accepted first. */
    public HubException gated(String what) {
        return refusals.gated(what);
    }

    /** A JSON answer, tried again as long as that may help. */
    public JsonNode json(Ask ask, String what) throws InterruptedException {
        return exchange(ask, what, answer -> {
            byte[] bytes = read(answer);
            try {
                return bytes.length == 0 ? mapper.createObjectNode() : mapper.readTree(bytes);
            } catch (JsonProcessingException e) {
                throw badAnswer(answer, "JSON that does not read");
            } catch (IOException e) {
                throw new IllegalStateException("bytes in memory always read", e);
            }
        });
    }

    /** The headers of an answer. */
    public Answer head(Ask ask, String what) throws InterruptedException {
        return exchange(ask, what, Function.identity());
    }

    /** An answer whose body is not wanted by {@code reader}'s return; tried again as long as that may help. */
    public <T> T exchange(Ask ask, String what, Function<Answer, T> reader) throws InterruptedException {
        Patience patience = new Patience(
                settings.limits(), Math.min(QUICK_TRIES, settings.limits().tries()), pause, new SplittableRandom());
        while (true) {
            try (Answer answer = send(ask, what)) {
                return reader.apply(answer);
            } catch (BrokenOff broken) {
                patience.afterFailure(broken.failure, (wait, reason) -> {});
            } catch (TransientFailure failure) {
                patience.afterFailure(failure, (wait, reason) -> {});
            }
        }
    }

    /**
     * Sends once, follows redirects, and turns what is no success into an error.
     *
     * @return a success, or, to {@code HEAD} alone, a redirect that leaves the hub
     */
    public Answer send(Ask ask, String what) throws TransientFailure, InterruptedException {
        stop.run();
        List<HttpHeaders> hops = new ArrayList<>();
        URI uri = ask.uri();
        for (int hop = 0; hop <= Redirects.MOST; hop++) {
            boolean isHub = redirects.isHub(uri);
            HttpResponse<InputStream> response = exchange(request(ask, uri, isHub));
            if (isHub) {
                hops.add(response.headers());
            }
            Answer answer = new Answer(
                    uri,
                    response.statusCode(),
                    response.headers(),
                    List.copyOf(hops),
                    new WatchedBody(response.body(), watch));
            Optional<URI> next = redirected(ask, answer);
            if (next.isEmpty() || (ask.method().equals("HEAD") && !redirects.isHub(next.get()))) {
                return checked(answer, what, isHub);
            }
            answer.close();
            uri = next.get();
        }
        throw new HubException(
                HubException.Code.UNSAFE_ANSWER,
                "%s redirects more than %d times for %s.".formatted(ask.uri().getHost(), Redirects.MOST, what));
    }

    private Answer checked(Answer answer, String what, boolean isHub) throws TransientFailure {
        try {
            refusals.check(answer, what, isHub);
            return answer;
        } catch (TransientFailure | RuntimeException e) {
            answer.close();
            throw e;
        }
    }

    private Optional<URI> redirected(Ask ask, Answer answer) {
        if (!answer.isRedirect()) {
            return Optional.empty();
        }
        try {
            String location =
                    answer.header("Location").orElseThrow(() -> badAnswer(answer, "a redirect without an address"));
            URI next = redirects.next(answer.uri(), location);
            if (ask.body().isPresent() && !redirects.isHub(next)) {
                throw badAnswer(answer, "a redirect of what was to be sent to it");
            }
            return Optional.of(next);
        } catch (RuntimeException e) {
            answer.close();
            throw e;
        }
    }

    private HttpRequest request(Ask ask, URI uri, boolean isHub) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri)
                .timeout(ask.patience().orElse(settings.limits().headers()))
                .header("User-Agent", USER_AGENT)
                .header("Accept-Encoding", "identity")
                .method(ask.method(), ask.body().map(body -> body.get()).orElseGet(BodyPublishers::noBody));
        ask.headers().forEach(builder::setHeader);
        if (isHub) {
            settings.token().ifPresent(token -> builder.setHeader("Authorization", token.authorization()));
        }
        return builder.build();
    }

    private HttpResponse<InputStream> exchange(HttpRequest request) throws TransientFailure, InterruptedException {
        try {
            return client.send(request, BodyHandlers.ofInputStream());
        } catch (HttpTimeoutException e) {
            throw new TransientFailure(
                    TransientFailure.Kind.UNREACHABLE, request.uri().getHost() + " does not answer", e);
        } catch (IOException e) {
            if (isCertificate(e)) {
                throw new HubException(
                        HubException.Code.UNREACHABLE,
                        "%s has no certificate that this machine trusts."
                                .formatted(request.uri().getHost()),
                        e);
            }
            throw new TransientFailure(
                    TransientFailure.Kind.UNREACHABLE,
                    "%s cannot be reached: %s".formatted(request.uri().getAuthority(), reason(e)),
                    e);
        }
    }

    private byte[] read(Answer answer) {
        int limit = settings.limits().answerBytes();
        try {
            byte[] bytes = answer.bytes(limit + 1);
            if (bytes.length > limit) {
                throw new HubException(
                        HubException.Code.UNSAFE_ANSWER,
                        "%s answers with more than %d bytes."
                                .formatted(answer.uri().getHost(), limit));
            }
            return bytes;
        } catch (IOException e) {
            throw new BrokenOff(new TransientFailure(
                    TransientFailure.Kind.UNREACHABLE, answer.uri().getHost() + " broke off its answer", e));
        }
    }

    private static HubException badAnswer(Answer answer, String what) {
        return new HubException(
                HubException.Code.BAD_ANSWER,
                "%s is no hub: it answers with %s.".formatted(answer.uri().getHost(), what));
    }

    private static boolean isCertificate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return true;
            }
        }
        return false;
    }

    /** What a failed connection says of itself; often nothing. */
    static String reason(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return "the name does not resolve";
            }
        }
        if (failure.getMessage() != null) {
            return failure.getMessage();
        }
        return failure instanceof ConnectException
                ? "the connection was refused"
                : failure.getClass().getSimpleName();
    }

    @Override
    public void close() {
        watch.close();
        client.shutdownNow();
    }

    /** Carries a failure out of a reader. */
    private static final class BrokenOff extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient TransientFailure failure;

        private BrokenOff(TransientFailure failure) {
            super(failure);
            this.failure = failure;
        }
    }
}
