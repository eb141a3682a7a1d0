package dev.cadwright.gateway.caller;

import jakarta.enterprise.context.RequestScoped;

/** The caller and the trace of the current request. */
@RequestScoped
public class CallerContext {
    private Caller caller;
    private String traceId;

    void begin(Caller by, String trace) {
        this.caller = by;
        this.traceId = trace;
    }

    public Caller caller() {
        if (caller == null) {
            throw new IllegalStateException("No request has begun");
        }
        return caller;
    }

    /** 32 hexadecimal digits. */
    public String traceId() {
        return traceId;
    }
}
