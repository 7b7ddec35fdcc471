package org.candour.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.candour.access.Act;

/** The act an endpoint performs, and by that its access rule. An endpoint without one, or {@link OpenToAll}, does not start. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Performs {
    Act value();
}
