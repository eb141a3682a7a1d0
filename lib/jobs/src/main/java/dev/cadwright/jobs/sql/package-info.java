/** Blocking access to PostgreSQL over the reactive client: short transactions with bounded waits. */
package dev.cadwright.jobs.sql;
