package org.candour.benchmarks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A JMH benchmark whose time is set against that of another method of its class. {@link Benchmarks} finds it and prints it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Compared {
    /** What is measured, for the table. */
    String what();

    /** The method that does the bare part alone. */
    String with();

    /** How many times the time of that method this one may take. */
    double atMost();
}
