/** The API's side of the job contract: accepts jobs, hands them over, and keeps what the services report. */
package dev.cadwright.jobs.gateway;
