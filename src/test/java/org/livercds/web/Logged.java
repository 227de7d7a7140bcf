package org.livercds.web;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What was logged since this was made, with what stands in it. */
final class Logged extends Handler implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    Logged() {
        Logger.getLogger("").addHandler(this);
    }

    List<String> with(String text) {
        return lines.stream().filter(line -> line.contains(text)).toList();
    }

    @Override
    public void publish(LogRecord line) {
        Object[] parameters = line.getParameters() == null ? new Object[0] : line.getParameters();
        lines.add(line.getLoggerName() + ": " + line.getMessage() + List.of(parameters));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
