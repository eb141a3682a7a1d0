/**
 * A real PostgreSQL and a real Kafka broker as processes of their own, with persistent folders.
 *
 * <p>{@link dev.cadwright.embedded.PostgresServer} and {@link dev.cadwright.embedded.KafkaServer} describe a server: how it
 * is prepared, started, asked whether it is ready, and stopped. {@link dev.cadwright.embedded.RunningServer} runs one,
 * and {@link dev.cadwright.embedded.EmbeddedServers} runs both, for a test.
 */
package dev.cadwright.embedded;
