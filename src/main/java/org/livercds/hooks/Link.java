package org.livercds.hooks;

/** A link of a card. */
public record Link(String label, String url, String type) {

    public static Link absolute(String label, String url) {
        return new Link(label, url, "absolute");
    }

    /** Opens a SMART app, with what the EHR adds to the address. */
    public static Link smart(String label, String url) {
        return new Link(label, url, "smart");
    }
}
