package org.livercds.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Boxes in rows, so that none covers another. */
final class Packing {

    static final double GAP = 4;

    private Packing() {}

    /** The width and height of what is to be placed. */
    record Size(double width, double height) {}

    private static final class Row {
        private final List<Size> sizes = new ArrayList<>();
        private double width;
        private double height;

        private void add(Size size) {
            width += size.width() + (sizes.isEmpty() ? 0 : GAP);
            height = Math.max(height, size.height());
            sizes.add(size);
        }

        private boolean hasRoomFor(Size size, double room) {
            return sizes.isEmpty() || width + GAP + size.width() <= room;
        }
    }

    /** In their order, in the middle of the room; empty where they have no place in it. */
    static Optional<List<Box>> in(Box room, List<Size> sizes) {
        List<Row> rows = rows(room.width(), sizes);
        double width = rows.stream().mapToDouble(row -> row.width).max().orElse(0);
        double height = height(rows);
        if (width > room.width() || height > room.height()) {
            return Optional.empty();
        }
        List<Box> boxes = new ArrayList<>();
        double y = room.y() + (room.height() - height) / 2;
        for (Row row : rows) {
            double x = room.middle() - row.width / 2;
            for (Size size : row.sizes) {
                boxes.add(new Box(x, y + row.height - size.height(), size.width(), size.height()));
                x += size.width() + GAP;
            }
            y += row.height + GAP;
        }
        return Optional.of(boxes);
    }

    /** What they need where the width is given. */
    static double height(double width, List<Size> sizes) {
        return height(rows(width, sizes));
    }

    private static double height(List<Row> rows) {
        double gaps = GAP * Math.max(0, rows.size() - 1);
        return rows.stream().mapToDouble(row -> row.height).sum() + gaps;
    }

    private static List<Row> rows(double width, List<Size> sizes) {
        List<Row> rows = new ArrayList<>();
        for (Size size : sizes) {
            if (rows.isEmpty() || !rows.get(rows.size() - 1).hasRoomFor(size, width)) {
                rows.add(new Row());
            }
            rows.get(rows.size() - 1).add(size);
        }
        return rows;
    }
}
