package dev.cadwright.embedded;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Asks a PostgreSQL whether it takes connections, with the first message of its wire protocol (version 3.0). */
final class PostgresProbe {
    private static final int PROTOCOL_3_0 = 3 << 16;
    private static final int TIMEOUT_MILLIS = 1000;

    private PostgresProbe() {}

    /** True when the server asks for a password: one that starts, recovers or stops answers with an error instead. */
    static boolean accepts(int port, String user, String database) {
        byte[] body = "user\0%s\0database\0%s\0\0".formatted(user, database).getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(8 + body.length);
            out.writeInt(PROTOCOL_3_0);
            out.write(body);
            out.flush();
            return new DataInputStream(socket.getInputStream()).readByte() == 'R';
        } catch (IOException e) {
            return false;
        }
    }
}
