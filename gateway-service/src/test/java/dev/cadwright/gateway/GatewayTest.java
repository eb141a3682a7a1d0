package dev.cadwright.gateway;

import dev.cadwright.jobs.testkit.RealServersResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Runs a test class against the gateway with a real PostgreSQL and a real Kafka; all classes share one of each. */
@QuarkusTest
@QuarkusTestResource(RealServersResource.class)
@QuarkusTestResource(GatewayHome.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface GatewayTest {}
