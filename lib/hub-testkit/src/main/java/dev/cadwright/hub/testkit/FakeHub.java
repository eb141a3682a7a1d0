package dev.cadwright.hub.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * A hub on this machine, with its storage on another port, so that it counts as another host. Fails as it is told, and
 * remembers what it was asked.
 */
public final class FakeHub implements AutoCloseable {
    private final HttpServer hub;
    private final HttpServer storage;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, FakeRepository> repositories = new ConcurrentHashMap<>();
    private final List<SeenRequest> requests = new CopyOnWriteArrayList<>();
    private final Faults faults = new Faults();
    private final AtomicLong served = new AtomicLong();
    /** Large contents by SHA-256. */
    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();

    private final AtomicInteger uploadPart = new AtomicInteger(Integer.MAX_VALUE);

    private FakeHub(int port) throws IOException {
        this.hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        this.storage = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve(hub, "hub", new HubRoutes(this)::handle);
        serve(storage, "storage", new StorageRoutes(this)::handle);
    }

    public static FakeHub start() {
        return start(0);
    }

    /** @param port of the hub; 0: any */
    public static FakeHub start(int port) {
        try {
            return new FakeHub(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Serves one model until it is killed: for other programs to talk to. */
    public static void main(String[] arguments) throws InterruptedException {
        FakeHub fake = start(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0);
        SampleModels.tiny(fake.repository("cadwright/tiny"), 300_000);
        System.out.println(fake.endpoint());
        Thread.currentThread().join();
    }

    /** What {@code HF_ENDPOINT} is to be. */
    public URI endpoint() {
        return address(hub);
    }

    URI storage() {
        return address(storage);
    }

    /** A repository, made if there is none of that name. */
    public FakeRepository repository(String name) {
        return repositories.computeIfAbsent(name, FakeRepository::new);
    }

    boolean has(String name) {
        return repositories.containsKey(name);
    }

    /** Makes the next so many matching answers go wrong. */
    public FakeHub fault(Predicate<SeenRequest> when, int times, Fault fault) {
        faults.add(when, times, fault);
        return this;
    }

    public void withoutFaults() {
        faults.clear();
    }

    /** Large files are uploaded in parts of this size. */
    public FakeHub uploadPartsOf(int bytes) {
        uploadPart.set(bytes);
        return this;
    }

    int uploadPart() {
        return uploadPart.get();
    }

    public List<SeenRequest> requests() {
        return List.copyOf(requests);
    }

    /** Bytes of bodies that were sent, of files and of answers. */
    public long served() {
        return served.get();
    }

    Map<String, byte[]> objects() {
        return objects;
    }

    private static URI address(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void serve(HttpServer server, String host, Routes routes) {
        server.setExecutor(threads);
        server.createContext("/", raw -> {
            SeenRequest request = seen(host, raw);
            requests.add(request);
            try (Exchange exchange = new Exchange(raw, faults.of(request), served)) {
                if (!exchange.isSpoilt()) {
                    routes.handle(exchange);
                }
            } catch (IOException e) {
                // The other side has gone, or was to be cut off.
                return;
            }
        });
        server.start();
    }

    private static SeenRequest seen(String host, HttpExchange exchange) {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return new SeenRequest(
                host, exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(), headers);
    }

    @Override
    public void close() {
        hub.stop(0);
        storage.stop(0);
        threads.shutdownNow();
    }

    /** What answers. */
    @FunctionalInterface
    interface Routes {
        void handle(Exchange exchange) throws IOException;
    }
}
