package dev.cadwright.gateway.caller;

import dev.cadwright.contracts.Tenants;

/**
 * On whose behalf a request runs. Everything that a request reads or writes belongs to its tenant; what belongs to
 * another does not exist for it.
 */
public record Caller(String tenant) {
    public Caller {
        Tenants.requireValid(tenant);
    }
}
