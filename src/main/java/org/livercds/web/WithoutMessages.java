package org.livercds.web;

import io.quarkus.logging.LoggingFilter;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Takes the messages off the exceptions that are logged, because they quote what was read: where it happened stays. Only
 * what fails while nobody is served yet is told in full.
 */
@LoggingFilter(name = "without-messages")
public final class WithoutMessages implements Filter {

    private static final List<String> STARTING = List.of("org.livercds.cli.", "io.quarkus.runtime.", "io.quarkus.boot");
    private static final int MOST_CAUSES = 10;

    @Override
    public boolean isLoggable(LogRecord line) {
        String logger = String.valueOf(line.getLoggerName());
        if (line.getThrown() != null && STARTING.stream().noneMatch(logger::startsWith)) {
            line.setThrown(Unsaid.of(line.getThrown(), MOST_CAUSES));
        }
        return true;
    }

    /** The kind of a failure and its places. */
    private static final class Unsaid extends Exception {

        private static final long serialVersionUID = 1L;

        private final String kind;

        private Unsaid(String kind, Throwable cause) {
            super(null, cause, false, true);
            this.kind = kind;
        }

        private static Throwable of(Throwable failure, int causes) {
            if (failure instanceof Unsaid) {
                return failure;
            }
            Throwable cause = failure.getCause() == null || causes == 0 ? null : of(failure.getCause(), causes - 1);
            Unsaid unsaid = new Unsaid(failure.getClass().getName(), cause);
            unsaid.setStackTrace(failure.getStackTrace());
            return unsaid;
        }

        @Override
        public String toString() {
            return kind;
        }
    }
}
