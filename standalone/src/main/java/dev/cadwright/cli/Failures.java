package dev.cadwright.cli;

import dev.cadwright.artifacts.ArtifactException;
import dev.cadwright.cli.local.generate.ModelLoader;
import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.dataset.DatasetException;
import dev.cadwright.embedded.EmbeddedServerException;
import dev.cadwright.hub.HubException;
import dev.cadwright.kernel.KernelException;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.standalone.SuiteException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;

/** Turns what a command threw into a message and an exit status. */
final class Failures {
    private Failures() {}

    static int report(Exception exception, Terminal terminal) {
        if (terminal.environment().containsKey("CADWRIGHT_DEBUG")) {
            exception.printStackTrace(terminal.err());
        }
        return switch (exception) {
            case CommandFailure failure -> say(terminal, failure.exitCode(), failure.getMessage());
            case SuiteException failure -> say(terminal, ExitCode.UNAVAILABLE, failure.getMessage());
            case KernelException failure -> say(terminal, ExitCode.UNAVAILABLE, failure.getMessage());
            case NeuralException failure -> report(ModelLoader.failure(failure), terminal);
            case HubException failure ->
                say(
                        terminal,
                        status(failure),
                        coded(failure.getMessage(), failure.code().word()));
            case DatasetException failure -> say(terminal, status(failure), message(failure));
            case ArtifactException failure ->
                say(
                        terminal,
                        status(failure),
                        coded(failure.getMessage(), failure.code().word()));
            case EmbeddedServerException failure -> say(terminal, ExitCode.UNAVAILABLE, failure.getMessage());
            case UncheckedIOException failure -> say(terminal, ExitCode.USAGE, message(failure.getCause()));
            case IOException failure -> say(terminal, ExitCode.USAGE, message(failure));
            case Exception unexpected -> unexpected(terminal, unexpected);
        };
    }

    private static int say(Terminal terminal, int status, String message) {
        terminal.err().println("cadwright: " + message);
        return status;
    }

    private static String message(IOException exception) {
        return switch (exception) {
            case NoSuchFileException missing -> missing.getMessage() + " does not exist.";
            case FileAlreadyExistsException present ->
                present.getMessage() + " exists already; --overwrite replaces it.";
            default -> exception.getMessage();
        };
    }

    private static String message(DatasetException failure) {
        String reason =
                failure.getCause() == null ? "" : ": " + failure.getCause().getMessage();
        return coded(failure.getMessage() + reason, failure.error().code());
    }

    private static String coded(String message, String code) {
        return message + " [" + code + "]";
    }

    private static int status(DatasetException failure) {
        return switch (failure.code()) {
            case INVALID_INPUT, DATASET_CORRUPT -> ExitCode.USAGE;
            case STORAGE_FAILED -> ExitCode.UNAVAILABLE;
        };
    }

    private static int status(HubException failure) {
        return switch (failure.code()) {
            case INVALID_NAME,
                    REPOSITORY_NOT_FOUND,
                    REVISION_NOT_FOUND,
                    FILE_NOT_FOUND,
                    GATED_REPOSITORY,
                    NOT_AUTHORIZED,
                    OFFLINE,
                    NO_SAFETENSORS,
                    NOTHING_CHOSEN,
                    CONFLICT,
                    REFUSED -> ExitCode.USAGE;
            case UNREACHABLE,
                    RATE_LIMITED,
                    BAD_ANSWER,
                    UNSAFE_ANSWER,
                    SIZE_MISMATCH,
                    CHECKSUM_MISMATCH,
                    STORAGE_FULL,
                    STORAGE_FAILED -> ExitCode.UNAVAILABLE;
        };
    }

    private static int status(ArtifactException failure) {
        return switch (failure.code()) {
            case INVALID_DIGEST, ARTIFACT_MISSING, ARTIFACT_CORRUPT, INVALID_RANGE, ARTIFACT_TOO_LARGE ->
                ExitCode.USAGE;
            case STORAGE_FULL, STORAGE_FAILED -> ExitCode.UNAVAILABLE;
        };
    }

    private static int unexpected(Terminal terminal, Exception exception) {
        terminal.err().println("cadwright: this should not have happened. Please report it with the following lines.");
        exception.printStackTrace(terminal.err());
        return ExitCode.UNAVAILABLE;
    }
}
