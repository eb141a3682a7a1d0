/** What travels between the services and out of the API: commands, events and job records. Knows no service. */
package dev.cadwright.contracts;
