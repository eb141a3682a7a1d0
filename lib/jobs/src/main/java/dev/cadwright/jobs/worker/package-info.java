/**
 * Runs jobs: takes commands in, claims units, keeps leases, and writes what became of them with their events in one
 * transaction. {@link dev.cadwright.jobs.worker.WorkMachine} decides, {@link dev.cadwright.jobs.worker.SqlWorkerStore}
 * makes it durable, {@link dev.cadwright.jobs.worker.Engine} runs the handlers.
 */
package dev.cadwright.jobs.worker;
