/** What a service implements to run jobs: a handler for each kind, and what it is given to work with. */
package dev.cadwright.jobs;
