package dev.cadwright.gateway.program;

import dev.cadwright.cad.language.Programs;
import dev.cadwright.gateway.GatewaySettings;
import dev.cadwright.gateway.problem.ProblemCode;
import dev.cadwright.gateway.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** Prints programs in other languages: some at the same time, since CadQuery programs run here for it. */
@Singleton
class Conversions {
    private final Semaphore running;

    @Inject
    Conversions(GatewaySettings settings) {
        this(settings.programs().conversions());
    }

    /** @param most that run at the same time */
    Conversions(int most) {
        this.running = new Semaphore(most);
    }

    /** @throws ProblemException if the request is wrong, or too many run already */
    ConversionView convert(ConvertRequest request) {
        var to = ProgramText.named(request.to(), "/to");
        if (!running.tryAcquire()) {
            throw new ProblemException(ProblemCode.BUSY, "Too many programs are being converted.")
                    .retryAfter(Duration.ofSeconds(1));
        }
        try {
            var program = ProgramText.of(request.language(), request.name(), request.text(), null);
            return ConversionView.of(program.name(), to, Programs.convert(program.language(), program.text(), to));
        } finally {
            running.release();
        }
    }
}
