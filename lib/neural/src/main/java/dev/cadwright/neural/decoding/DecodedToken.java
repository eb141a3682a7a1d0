package dev.cadwright.neural.decoding;

import java.util.Optional;

/**
 * One token of one row.
 *
 * @param request number of the request that it was written for
 * @param finish why the row ends with it, if it does
 */
public record DecodedToken(
        int request, int token, Optional<LogProbabilities> logProbabilities, Optional<FinishReason> finish) {}
