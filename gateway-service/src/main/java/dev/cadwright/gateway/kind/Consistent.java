package dev.cadwright.gateway.kind;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;

/** For records whose fields constrain each other; they implement {@link Rules}. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Consistent.Check.class)
public @interface Consistent {
    String message() default "the fields contradict each other";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** A record that knows what its fields owe each other. */
    interface Rules {
        /** What is broken; tolerates absent fields. */
        List<Broken> broken();
    }

    /** A broken rule, told of one field, by the name of its record component. */
    record Broken(String field, String message) {}

    /** Asks the record. */
    class Check implements ConstraintValidator<Consistent, Rules> {
        @Override
        public boolean isValid(Rules value, ConstraintValidatorContext context) {
            if (value == null) {
                return true;
            }
            var broken = value.broken();
            context.disableDefaultConstraintViolation();
            for (var rule : broken) {
                context.unwrap(HibernateConstraintValidatorContext.class)
                        .addMessageParameter("rule", rule.message())
                        .buildConstraintViolationWithTemplate("{rule}")
                        .addPropertyNode(rule.field())
                        .addConstraintViolation();
            }
            return broken.isEmpty();
        }
    }
}
