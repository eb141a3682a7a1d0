/** Scores predicted programs by protocol and reports. */
package dev.cadwright.service.benchmark;
