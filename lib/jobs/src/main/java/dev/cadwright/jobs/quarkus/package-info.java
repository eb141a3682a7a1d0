/** Wires workers and ledger into a Quarkus application. */
package dev.cadwright.jobs.quarkus;
