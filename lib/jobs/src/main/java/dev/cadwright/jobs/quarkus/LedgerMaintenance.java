package dev.cadwright.jobs.quarkus;

import dev.cadwright.jobs.gateway.SqlJobLedger;
import dev.cadwright.jobs.sql.DatabaseException;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Does what the ledger needs now and then. */
@ApplicationScoped
@IfBuildProperty(name = "cadwright.jobs.gateway.enabled", stringValue = "true")
class LedgerMaintenance {
    private static final Logger LOG = Logger.getLogger(LedgerMaintenance.class);

    private final SqlJobLedger ledger;

    LedgerMaintenance(SqlJobLedger ledger) {
        this.ledger = ledger;
    }

    @Scheduled(
            every = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void maintain() {
        try {
            ledger.maintain();
        } catch (DatabaseException e) {
            LOG.debugf("maintenance is put off: %s", e.getMessage());
        }
    }
}
