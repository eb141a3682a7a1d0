package dev.cadwright.hub.pull;

/** Patterns of file names as the hub's own tools read them: {@code *} and {@code ?} also stand for slashes. */
public final class Wildcards {
    private Wildcards() {}

    /** Whether a whole name fits; a pattern that ends with a slash means all below. Takes time in their product, no more. */
    public static boolean matches(String pattern, String name) {
        String whole = pattern.endsWith("/") ? pattern + "*" : pattern;
        int at = 0;
        int in = 0;
        int star = -1;
        int retry = 0;
        while (in < name.length()) {
            if (at < whole.length() && whole.charAt(at) == '*') {
                star = at++;
                retry = in;
            } else if (at < whole.length() && (whole.charAt(at) == '?' || whole.charAt(at) == name.charAt(in))) {
                at++;
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++retry;
            } else {
                return false;
            }
        }
        while (at < whole.length() && whole.charAt(at) == '*') {
            at++;
        }
        return at == whole.length();
    }
}
