package org.livercds.hooks;

/** Where the guidance of a card comes from, and the topic by which a client remembers an override. */
public record Source(String label, String url, Coding topic) {}
