package org.livercds.cli;

/** What a command cannot do, in a sentence for its user that names the option, setting or file to change. */
final class CommandException extends Exception {

    private static final long serialVersionUID = 1;

    CommandException(String message) {
        super(message);
    }
}
