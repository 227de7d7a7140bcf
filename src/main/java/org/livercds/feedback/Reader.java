package org.livercds.feedback;

/**
 * A user in front of a patient's chart, as both stand in the tables under one key.
 *
 * @param patient a keyed hash
 * @param user a keyed hash
 */
public record Reader(String patient, String user) {}
