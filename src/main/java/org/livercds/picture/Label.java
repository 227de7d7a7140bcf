package org.livercds.picture;

/**
 * A text in a picture.
 *
 * @param x where it begins, has its middle, or ends
 * @param y its base line
 */
record Label(double x, double y, Anchor anchor, String text) {

    enum Anchor {
        START("start"),
        MIDDLE("middle"),
        END("end");

        private final String code;

        Anchor(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** The room that it takes, a little too much rather than too little. */
    Box box() {
        double width = Labels.width(text);
        double left = switch (anchor) {
            case START -> x;
            case MIDDLE -> x - width / 2;
            case END -> x - width;
        };
        return new Box(left, y - Labels.ABOVE, width, Labels.HEIGHT);
    }
}
