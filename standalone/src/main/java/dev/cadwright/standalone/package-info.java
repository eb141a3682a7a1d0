/**
 * The suite on one machine: PostgreSQL, Kafka and the six services as processes, kept running by a supervisor.
 *
 * <p>{@link dev.cadwright.standalone.Suite} is what commands use. It writes a {@link dev.cadwright.standalone.Plan} and
 * starts a {@link dev.cadwright.standalone.Supervisor} with it, a process of its own that owes nothing to the terminal.
 * All they share is files below the home folder: the plan, the {@link dev.cadwright.standalone.SuiteState}, a lock.
 */
package dev.cadwright.standalone;
