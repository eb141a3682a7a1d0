package dev.cadwright.gateway.upload;

/** A file that is not the ZIP archive it claims to be; the message is for its sender. */
final class BrokenZip extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenZip(String message) {
        super(message);
    }
}
