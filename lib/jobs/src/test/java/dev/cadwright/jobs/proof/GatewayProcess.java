package dev.cadwright.jobs.proof;

import dev.cadwright.contracts.Job;
import dev.cadwright.jobs.sql.JobDatabase;

/** A gateway that accepts jobs as fast as it can and says so; made to be killed. */
final class GatewayProcess {
    private GatewayProcess() {}

    /** Arguments: database address, user, password, bootstrap servers, tenant. */
    public static void main(String[] arguments) {
        JobDatabase tables = JobDatabase.open(arguments[0], arguments[1], arguments[2]);
        GatewaySide gateway = new GatewaySide(tables, arguments[3], arguments[4]);
        System.out.println("READY");
        while (true) {
            Job job = gateway.submit(StepHandler.input(0, 0, 0));
            System.out.println("ACCEPTED " + job.id());
        }
    }
}
