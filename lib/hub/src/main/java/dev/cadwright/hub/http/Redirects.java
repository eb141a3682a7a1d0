package dev.cadwright.hub.http;

import dev.cadwright.hub.HubException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;

/** Where an answer may send us: to no other scheme than the web's, not from https to http, not into our own network. */
final class Redirects {
    static final int MOST = 8;
    static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

    private static final int UNIQUE_LOCAL = 0xfc;

    private final Origin hub;
    private final boolean hubIsInside;

    Redirects(URI endpoint) {
        this.hub = Origin.of(endpoint);
        this.hubIsInside = isInside(endpoint.getHost());
    }

    boolean isHub(URI uri) {
        return Origin.of(uri).equals(hub);
    }

    /** @throws HubException {@code unsafe_answer} */
    URI next(URI from, String location) {
        URI target;
        try {
            target = from.resolve(URI.create(location));
        } catch (IllegalArgumentException e) {
            throw unsafe(from, "an address that is none");
        }
        String scheme = String.valueOf(target.getScheme());
        if (!(scheme.equals("https") || scheme.equals("http")) || target.getHost() == null) {
            throw unsafe(from, "an address that is not of the web");
        }
        if (scheme.equals("http") && "https".equals(from.getScheme())) {
            throw unsafe(from, "an unencrypted connection");
        }
        if (!hubIsInside && !isHub(target) && isInside(target.getHost())) {
            throw unsafe(from, "an address inside of our own network");
        }
        return target;
    }

    /** Whether the host is this machine or of a private network; a name that does not resolve here is neither. */
    private static boolean isInside(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).anyMatch(Redirects::isInside);
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isInside(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || (bytes.length == 16 && (bytes[0] & 0xfe) == UNIQUE_LOCAL);
    }

    private static HubException unsafe(URI from, String where) {
        return new HubException(
                HubException.Code.UNSAFE_ANSWER, "%s redirects to %s.".formatted(from.getHost(), where));
    }
}
