package org.livercds.cli;

import java.io.Console;
import java.io.PrintWriter;
import org.livercds.cli.selfcheck.Selfcheck;

/** One line on a terminal that says how far long work is; nothing where nobody looks. */
final class ProgressBar implements Selfcheck.Progress {

    private static final int WIDTH = 30;
    private static final String CLEAR = "\r\u001B[K";

    private final PrintWriter terminal;
    private final boolean shown;

    ProgressBar(PrintWriter terminal) {
        this(terminal, isTerminal(System.console()));
    }

    ProgressBar(PrintWriter terminal, boolean shown) {
        this.terminal = terminal;
        this.shown = shown;
    }

    @Override
    public void at(int done, int all, String what) {
        if (shown && done < all) {
            int full = WIDTH * done / all;
            terminal.print(
                    CLEAR + "[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] " + done + "/" + all + " " + what);
        } else if (shown) {
            terminal.print(CLEAR);
        }
        terminal.flush();
    }

    /** From Java 22 on there is a console without a terminal too. */
    private static boolean isTerminal(Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }
}
