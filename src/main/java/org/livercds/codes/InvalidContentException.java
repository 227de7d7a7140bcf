package org.livercds.codes;

/** A content file that cannot be used; the start fails and names the file and the line. */
public final class InvalidContentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param line 0 where no single line is to blame */
    public InvalidContentException(String file, int line, String problem) {
        super(line > 0 ? file + ":" + line + ": " + problem : file + ": " + problem);
    }
}
