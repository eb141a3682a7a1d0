/** Messages that are written with the change they tell of, and sent afterwards, in order, at least once. */
package dev.cadwright.jobs.outbox;
