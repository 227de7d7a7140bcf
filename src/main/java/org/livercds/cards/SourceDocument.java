package org.livercds.cards;

/**
 * A source document, for a list of sources.
 *
 * @param id the beginning of the ids of its sentences
 */
public record SourceDocument(String id, String label, String url, String date) {}
