package org.candour.casework.timers;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the clock.
 *
 * @param directory where the rule files lie
 * @param files the rule files, by name
 * @param holidays the file of days that are holidays, or are none, against the library's calendar
 */
@ConfigurationProperties("candour.casework.timers")
record TimerSettings(
        @DefaultValue("config/timers") Path directory,

        @DefaultValue({"victims-code.yml", "reviews-and-complaints.yml", "information-law.yml"})
        List<String> files,

        @DefaultValue("holidays.yml") String holidays) {
    List<Path> ruleFiles() {
        return files.stream().map(directory::resolve).toList();
    }

    Path holidaysFile() {
        return directory.resolve(holidays);
    }
}
