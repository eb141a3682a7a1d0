package dev.cadwright.contracts;

import java.util.regex.Pattern;

/** Names of tenants: lower-case letters, digits, dashes, underscores; at most 63 characters. */
public final class Tenants {
    /** The tenant of an installation that has only one. */
    public static final String DEFAULT = "default";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");

    private Tenants() {}

    /** Throws {@link IllegalArgumentException} unless {@code tenant} has the form of a tenant's name. */
    public static String requireValid(String tenant) {
        if (tenant == null || !NAME.matcher(tenant).matches()) {
            throw new IllegalArgumentException("not the name of a tenant: " + tenant);
        }
        return tenant;
    }
}
