package dev.cadwright.cli.gateway;

import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.standalone.SuiteSettings;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --gateway}, the same for every command that talks to one. */
public final class GatewayOption {
    @Option(
            names = "--gateway",
            paramLabel = "URL",
            description = "The gateway (default: CADWRIGHT_GATEWAY, else the suite's own). "
                    + "CADWRIGHT_API_KEY is sent when it is set.")
    private String url;

    /** A client for it; close it after use. */
    public Gateway open(Terminal terminal) {
        String address = Optional.ofNullable(url)
                .or(() -> Optional.ofNullable(terminal.environment().get("CADWRIGHT_GATEWAY")))
                .orElseGet(() -> SuiteSettings.of(terminal.environment(), terminal.root())
                        .gatewayUrl());
        try {
            URI base = URI.create(address.endsWith("/") ? address : address + "/");
            if (base.getHost() == null || !base.getScheme().startsWith("http")) {
                throw CommandFailure.usage(address + " is no address of a gateway, like http://127.0.0.1:7400");
            }
            return new Gateway(base, Optional.ofNullable(terminal.environment().get("CADWRIGHT_API_KEY")));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(address + " is no address: " + e.getMessage());
        }
    }
}
