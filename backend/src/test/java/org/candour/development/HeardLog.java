package org.candour.development;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Hears all that is logged in this JVM while it is open, as an operator would read it, at levels of its own. */
public final class HeardLog implements AutoCloseable {
    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Map<String, @Nullable Level> before = new LinkedHashMap<>();
    private final Queue<String> events = new ConcurrentLinkedQueue<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            events.add(text(event));
        }
    };

    /** Listens, with these levels instead of those that were set; the name of all is {@code ROOT}. */
    public HeardLog(Map<String, Level> levels) {
        levels.forEach((name, level) -> {
            before.put(name, context.getLogger(name).getLevel());
            context.getLogger(name).setLevel(level);
        });
        appender.setContext(context);
        appender.start();
        root().addAppender(appender);
    }

    /** What was logged so far: time left out; thread, logger, message, what went into it, and the throwable with its causes. */
    public List<String> events() {
        return List.copyOf(events);
    }

    @Override
    public void close() {
        root().detachAppender(appender);
        before.forEach((name, level) -> context.getLogger(name).setLevel(level));
    }

    private Logger root() {
        return context.getLogger(Logger.ROOT_LOGGER_NAME);
    }

    private static String text(ILoggingEvent event) {
        var thrown = event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
        return String.join(
                " | ",
                event.getLevel() + " [" + event.getThreadName() + "] " + event.getLoggerName(),
                event.getFormattedMessage(),
                event.getMDCPropertyMap().toString(),
                String.valueOf(event.getKeyValuePairs()),
                Arrays.deepToString(event.getArgumentArray()),
                thrown);
    }
}
