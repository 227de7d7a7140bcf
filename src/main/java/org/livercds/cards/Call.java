package org.livercds.cards;

/**
 * The call that cards answer.
 *
 * @param service number of the service, for the ids of its cards
 * @param patientId of whom the suggested requests are
 * @param setAside what its user has seen and set aside
 */
public record Call(int service, String patientId, SetAside setAside) {}
