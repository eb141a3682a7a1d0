package dev.cadwright.gateway.program;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cadwright.contracts.amount.SizeAmount;
import dev.cadwright.contracts.amount.TimeAmount;
import dev.cadwright.gateway.kind.ExportFormat;
import java.util.List;
import java.util.Map;

/** What the dataset service is asked to execute: one program, by its text or the artifact that holds it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExecutionCommand(
        String language,
        String name,
        String text,
        String artifact,
        Map<String, String> files,
        List<ExportFormat> export,
        TimeAmount timeout,
        SizeAmount memory) {}
