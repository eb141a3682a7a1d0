package dev.cadwright.gateway.kind;

/** Forms of the strings that inputs hold. */
public final class Forms {
    public static final String NAME = "[a-z0-9][a-z0-9._-]{0,62}";
    public static final String NAME_RULE =
            "a name is 1 to 63 of a-z, 0-9, dot, dash and underscore, and starts with a letter or digit";
    public static final String SHA = "[0-9a-f]{64}";
    public static final String SHA_RULE = "an artifact is named by 64 lower-case hexadecimal digits";

    private Forms() {}
}
