package dev.cadwright.standalone;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.cadwright.embedded.KafkaServer;
import dev.cadwright.embedded.PostgresServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** How a process is asked whether it does its work. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(Probe.Http.class),
    @JsonSubTypes.Type(Probe.Postgres.class),
    @JsonSubTypes.Type(Probe.Kafka.class)
})
public sealed interface Probe {
    /** Whether it does at this moment. Never throws; answers within about two seconds. */
    boolean isReady();

    /** Ready when a GET of the path is answered with status 200. */
    @JsonTypeName("http")
    record Http(int port, String path) implements Probe {
        private static final int TIMEOUT_MILLIS = 2000;

        /** By hand on a socket: an HTTP client would cost the supervisor more memory than all the rest of it. */
        @Override
        public boolean isReady() {
            String request = "GET %s HTTP/1.0\r\nHost: 127.0.0.1\r\nAccept: */*\r\n\r\n".formatted(path);
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
                socket.setSoTimeout(TIMEOUT_MILLIS);
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                byte[] status = socket.getInputStream().readNBytes("HTTP/1.x 200".length());
                return new String(status, StandardCharsets.US_ASCII).endsWith(" 200");
            } catch (IOException e) {
                return false;
            }
        }
    }

    @JsonTypeName("postgres")
    record Postgres(PostgresServer server) implements Probe {
        @Override
        public boolean isReady() {
            return server.isReady();
        }
    }

    @JsonTypeName("kafka")
    record Kafka(KafkaServer server) implements Probe {
        @Override
        public boolean isReady() {
            return server.isReady();
        }
    }
}
