package dev.cadwright.hub.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code ALL_PROXY} and {@code NO_PROXY}, as other tools on a machine read them. */
final class EnvironmentProxies extends ProxySelector {
    private final Map<String, String> environment;

    private EnvironmentProxies(Map<String, String> environment) {
        this.environment = environment;
    }

    static ProxySelector of(Map<String, String> environment) {
        return new EnvironmentProxies(environment);
    }

    @Override
    public List<Proxy> select(URI uri) {
        String variable = "https".equals(uri.getScheme()) ? "https_proxy" : "http_proxy";
        return isDirect(uri.getHost())
                ? List.of(Proxy.NO_PROXY)
                : value(variable)
                        .or(() -> value("all_proxy"))
                        .flatMap(EnvironmentProxies::address)
                        .map(address -> List.of(new Proxy(Proxy.Type.HTTP, address)))
                        .orElseGet(() -> standard(uri));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // The request fails with it, and says so.
    }

    private boolean isDirect(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return isThisMachine(name)
                || value("no_proxy").stream()
                        .flatMap(list -> Arrays.stream(list.split(",")))
                        .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                        .filter(entry -> !entry.isEmpty())
                        .anyMatch(entry -> entry.equals("*")
                                || name.equals(entry.replaceFirst("^\\.", ""))
                                || name.endsWith("." + entry.replaceFirst("^\\.", "")));
    }

    private static boolean isThisMachine(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    private static Optional<InetSocketAddress> address(String text) {
        try {
            URI uri = URI.create(text.contains("://") ? text : "http://" + text);
            return Optional.ofNullable(uri.getHost())
                    .map(host -> InetSocketAddress.createUnresolved(host, uri.getPort() < 0 ? 80 : uri.getPort()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<Proxy> standard(URI uri) {
        ProxySelector selector = ProxySelector.getDefault();
        return selector == null ? List.of(Proxy.NO_PROXY) : selector.select(uri);
    }

    private Optional<String> value(String name) {
        return Stream.of(name, name.toUpperCase(Locale.ROOT))
                .flatMap(key -> Optional.ofNullable(environment.get(key)).stream())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
