package org.livercds.picture;

/** A rectangle of a picture; y grows downwards. */
record Box(double x, double y, double width, double height) {

    /** Lengths are written to the hundredth, so that two edges that touch can come to lie one over the other. */
    private static final double ROUNDED = 0.011;

    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    double middle() {
        return x + width / 2;
    }

    /** Touching is no overlap. */
    boolean overlaps(Box other) {
        return x + ROUNDED < other.right()
                && other.x + ROUNDED < right()
                && y + ROUNDED < other.bottom()
                && other.y + ROUNDED < bottom();
    }
}
