package dev.cadwright.service.dataset;

import dev.cadwright.jobs.testkit.RealServersResource;
import dev.cadwright.jobs.testkit.ServiceHomeResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Runs a test class against the service, with PostgreSQL, Kafka and the kernel's worker. */
@QuarkusTest
@QuarkusTestResource(RealServersResource.class)
@QuarkusTestResource(ServiceHomeResource.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface DatasetServiceTest {}
