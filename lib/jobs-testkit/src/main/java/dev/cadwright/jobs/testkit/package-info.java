/** A real PostgreSQL and a real Kafka for tests. */
package dev.cadwright.jobs.testkit;
