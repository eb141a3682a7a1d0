package dev.cadwright.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One Kafka node (KRaft: broker and controller) in a JVM of its own, listening on 127.0.0.1 only.
 *
 * @param folder its logs; created by {@link #prepare()}
 * @param port where clients connect
 * @param controllerPort where the controller listens
 * @param topics created with {@link #PARTITIONS} partitions when they are missing, before the server counts as ready
 */
public record KafkaServer(Path folder, int port, int controllerPort, List<String> topics) implements EmbeddedServer {
    public static final int PARTITIONS = 4;

    /** The topics of the suite: the commands of each service, the events of all jobs, and their dead letters. */
    public static final List<String> SUITE_TOPICS = suiteTopics();

    public KafkaServer {
        folder = folder.toAbsolutePath().normalize();
        topics = List.copyOf(topics);
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public List<Integer> ports() {
        return List.of(port, controllerPort);
    }

    /** For example {@code 127.0.0.1:9092}. */
    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void prepare() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new EmbeddedServerException("Kafka's folder " + folder + " cannot be created", e);
        }
    }

    @Override
    public List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                ServerFiles.java().toString(),
                "-Xmx160m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                ServerFiles.classPath(),
                "dev.cadwright.embedded.child.KafkaNode",
                folder.toString(),
                Integer.toString(port),
                Integer.toString(controllerPort),
                Integer.toString(PARTITIONS)));
        command.addAll(topics);
        return List.copyOf(command);
    }

    /** True once the node has written its ready file: it does so after the topics exist. */
    @Override
    public boolean isReady() {
        try {
            long pid =
                    Long.parseLong(Files.readString(folder.resolve("ready.pid")).strip());
            return ProcessHandle.of(pid).isPresent() && connects();
        } catch (IOException | NumberFormatException e) {
            return false; // not written yet, or half written
        }
    }

    @Override
    public String stopSignal() {
        return "TERM";
    }

    private boolean connects() throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        }
    }

    private static List<String> suiteTopics() {
        List<String> names = new ArrayList<>();
        for (String service : List.of("dataset", "render", "training", "inference", "benchmark")) {
            names.add("cadwright." + service + ".commands");
        }
        names.add("cadwright.job.events");
        List<String> all = new ArrayList<>(names);
        names.forEach(name -> all.add(name + ".dlq"));
        return List.copyOf(all);
    }
}
