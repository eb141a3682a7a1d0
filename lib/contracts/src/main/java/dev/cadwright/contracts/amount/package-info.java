/** Times and sizes as people write them: {@code 3s}, {@code 512m}. One reader for the command line and for requests. */
package dev.cadwright.contracts.amount;
