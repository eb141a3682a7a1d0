package dev.cadwright.embedded;

import java.util.List;

/** How one server is prepared, started, asked whether it is ready, and stopped. Holds no process itself. */
public sealed interface EmbeddedServer permits PostgresServer, KafkaServer {

    /** A short name for messages and files, for example {@code postgres}. */
    String name();

    /** The ports that the server will listen on, all of 127.0.0.1. */
    List<Integer> ports();

    /**
     * Brings the folder into the state that {@link #command()} expects; does nothing when it is there already.
     *
     * @throws EmbeddedServerException when the server's files cannot be had or its folder cannot be laid out
     */
    void prepare();

    /** The command that runs the server in the foreground until it is told to stop. */
    List<String> command();

    /** Whether the server answers requests at this moment. Never throws, returns within about two seconds. */
    boolean isReady();

    /** The signal that makes the server stop in order without waiting for its clients, for example {@code INT}. */
    String stopSignal();
}
