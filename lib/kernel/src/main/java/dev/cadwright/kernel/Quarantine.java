package dev.cadwright.kernel;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Remembers programs that cost workers their life. Who has killed two with the same request gets the same outcome again
 * at once. It remembers the thousand latest.
 */
final class Quarantine {
    private static final int DEATHS = 2;
    private static final int LARGEST = 1000;

    private final Map<Key, Case> cases = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Case> eldest) {
            return size() > LARGEST;
        }
    };

    /**
     * What was asked of a program: it is not to blame for all requests where it dies of one. Making a key takes as long as
     * reading the program, so that nobody should wait for it; large programs are not kept.
     *
     * @param program SHA-256 of what the program is made of, hexadecimal
     */
    record Key(String program, Request request) {
        static Key of(String text, Request request) {
            return new Key(hex(sha256().digest(text.getBytes(StandardCharsets.UTF_8))), request);
        }

        /** No text begins with the bytes that a list of instructions begins with. */
        static Key of(List<Instruction> instructions, Request request) {
            MessageDigest digest = sha256();
            Cbor.write(
                    new DigestOutputStream(OutputStream.nullOutputStream(), digest),
                    instructions.stream().map(Instruction::fields).toList());
            return new Key(hex(digest.digest()), request);
        }

        /** The same program, but every union done as it is written. */
        Key inSingleSteps() {
            return new Key("single steps of " + program, request);
        }

        private static String hex(byte[] digest) {
            return HexFormat.of().formatHex(digest);
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }

    private record Case(int deaths, Execution last) {}

    /**
     * The outcome of a program that must not run again.
     *
     * @param key asked for only while anything is remembered, which is rare, and by the calling thread alone
     */
    Optional<Execution> verdict(Supplier<Key> key) {
        return isEmpty() ? Optional.empty() : verdict(key.get());
    }

    private synchronized boolean isEmpty() {
        return cases.isEmpty();
    }

    private synchronized Optional<Execution> verdict(Key key) {
        Case known = cases.get(key);
        return known == null || known.deaths() < DEATHS ? Optional.empty() : Optional.of(known.last());
    }

    /** Notes the outcome of what ended a worker. */
    synchronized void note(Key key, Execution death) {
        cases.merge(key, new Case(1, withoutTime(death)), (before, now) -> new Case(before.deaths() + 1, now.last()));
    }

    private static Execution withoutTime(Execution death) {
        return switch (death) {
            case Execution.Crashed(var signal, var _) -> new Execution.Crashed(signal, Duration.ZERO);
            case Execution.TimedOut(var budget, var _) -> new Execution.TimedOut(budget, Duration.ZERO);
            case Execution.Exhausted(var budget, var fault, var _) ->
                new Execution.Exhausted(budget, fault, Duration.ZERO);
            case Execution.Rejected(var rejection, var fault, var _) ->
                new Execution.Rejected(rejection, fault, Duration.ZERO);
            case Execution.Solid _, Execution.Loose _, Execution.Invalid _, Execution.NoResult _ ->
                throw new IllegalArgumentException("no worker ends with " + death.category());
        };
    }
}
