package dev.cadwright.gateway.job;

import dev.cadwright.gateway.request.StrictBody;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a job is cancelled. */
@StrictBody
@Schema(name = "Cancellation")
public record CancelRequest(@Size(max = 500) String reason) {}
