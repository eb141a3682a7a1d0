package dev.cadwright.cad.sketch;

/** Words for messages. */
final class Messages {
    private static final int LONGEST = 40;

    private Messages() {}

    /** A piece of the program, cut so that no message grows with hostile input. */
    static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
