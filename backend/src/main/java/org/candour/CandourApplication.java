package org.candour;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Candour. */
@SpringBootApplication
public class CandourApplication {
    public static void main(String[] args) {
        SpringApplication.run(CandourApplication.class, args);
    }
}
