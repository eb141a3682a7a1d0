package dev.cadwright.kernel;

/**
 * What a worker says of itself.
 *
 * @param protocol the version of the protocol that it speaks
 * @param kernel the geometry kernel and its version
 * @param landlock the version of the operating system's Landlock interface, 0 where it has none and the jail rests on the
 *     system call filter alone
 */
public record WorkerInformation(int protocol, String kernel, int landlock) {}
