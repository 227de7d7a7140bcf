package org.livercds.cli.selfcheck;

/**
 * What a service is held to.
 *
 * @param basis the document that asks for it
 * @param why what happens where it is not met
 */
public record Requirement(String id, Level level, String basis, String sentence, String why, String link) {}
