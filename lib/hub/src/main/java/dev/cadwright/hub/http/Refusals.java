package dev.cadwright.hub.http;

import dev.cadwright.hub.HubException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns answers that are no success into errors, by status and by the hub's {@code X-Error-Code}. */
final class Refusals {
    private static final Set<Integer> PASSING = Set.of(408, 425, 500, 502, 503, 504);
    private static final Pattern LEFT = Pattern.compile("\\bt=(\\d{1,9})");

    private final URI endpoint;
    private final boolean hasToken;
    private final InstantSource clock;

    Refusals(URI endpoint, boolean hasToken, InstantSource clock) {
        this.endpoint = endpoint;
        this.hasToken = hasToken;
        this.clock = clock;
    }

    /**
     * Does nothing for a success.
     *
     * @param what was asked for, as {@code organisation/model}
     * @param isHub whether the hub itself answered, rather than its storage
     */
    void check(Answer answer, String what, boolean isHub) throws TransientFailure {
        int status = answer.status();
        // A range that cannot be had is for the asker: the whole file, perhaps, can.
        if (status / 100 == 2 || status == 416 || answer.isRedirect()) {
            return;
        }
        if (status == 429) {
            throw new TransientFailure(
                    TransientFailure.Kind.RATE_LIMITED, "The hub gets too many requests (429)", retryAfter(answer));
        }
        if (PASSING.contains(status)) {
            throw new TransientFailure(
                    TransientFailure.Kind.UNREACHABLE,
                    "%s failed with status %d".formatted(answer.uri().getHost(), status),
                    retryAfter(answer));
        }
        if (!isHub) {
            throw new TransientFailure(
                    TransientFailure.Kind.EXPIRED,
                    "The storage of %s refused with status %d".formatted(what, status),
                    Optional.empty());
        }
        throw refusal(answer, what);
    }

    private HubException refusal(Answer answer, String what) {
        String code = answer.header("X-Error-Code").orElse("");
        String message = answer.header("X-Error-Message").orElse("");
        return switch (code) {
            case "RepoNotFound" -> missing(what);
            case "RevisionNotFound" ->
                error(HubException.Code.REVISION_NOT_FOUND, what + " has no such branch, tag or commit.");
            case "EntryNotFound" -> error(HubException.Code.FILE_NOT_FOUND, what + " has no such file.");
            case "GatedRepo" -> gated(what);
            default -> byStatus(answer.status(), message, what);
        };
    }

    private HubException byStatus(int status, String message, String what) {
        return switch (status) {
            case 401 ->
                message.startsWith("Invalid credentials")
                        ? error(HubException.Code.NOT_AUTHORIZED, "The hub does not know the token of HF_TOKEN.")
                        : missing(what);
            case 403 ->
                error(
                        HubException.Code.NOT_AUTHORIZED,
                        "The hub does not allow that with %s: %s".formatted(what, orReason(message)));
            case 404 -> missing(what);
            case 409, 412 ->
                error(
                        HubException.Code.CONFLICT,
                        "%s is there already, or has changed meanwhile: %s".formatted(what, orReason(message)));
            default ->
                error(
                        HubException.Code.REFUSED,
                        "The hub refused with status %d for %s: %s".formatted(status, what, orReason(message)));
        };
    }

    private HubException missing(String what) {
        String private_ = hasToken ? "the token does not open it" : "it is private: set HF_TOKEN";
        return error(
                HubException.Code.REPOSITORY_NOT_FOUND,
                "%s has no repository %s, or %s.".formatted(endpoint.getHost(), what, private_));
    }

    HubException gated(String what) {
        return error(
                HubException.Code.GATED_REPOSITORY,
                "%s is gated: accept its terms at %s/%s and %s."
                        .formatted(
                                what,
                                endpoint,
                                what.split("@", 2)[0],
                                hasToken ? "use a token of that account" : "set HF_TOKEN"));
    }

    private Optional<Duration> retryAfter(Answer answer) {
        return answer.header("Retry-After").flatMap(this::retryAfter).or(() -> answer.header("RateLimit")
                .map(LEFT::matcher)
                .filter(Matcher::find)
                .map(found -> Duration.ofSeconds(Long.parseLong(found.group(1)))));
    }

    /** Seconds, or a date. */
    private Optional<Duration> retryAfter(String text) {
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(clock.instant(), then);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String orReason(String message) {
        return message.isEmpty() ? "it gives no reason" : message.substring(0, Math.min(300, message.length()));
    }

    private static HubException error(HubException.Code code, String message) {
        return new HubException(code, message);
    }
}
