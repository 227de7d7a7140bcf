package org.livercds.cli.screen;

/** Why a run cannot begin or go on, in a sentence for its user that names the option or file to change. */
public final class ScreenException extends Exception {

    private static final long serialVersionUID = 1;

    ScreenException(String message) {
        super(message);
    }
}
