package org.livercds.hooks;

/** A coding of a card: a code, its system, and how to show it. */
public record Coding(String system, String code, String display) {}
