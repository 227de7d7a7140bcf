package org.livercds.picture;

import java.time.LocalDate;
import java.util.function.Function;

/** How a language writes a day, and a month with its year. */
public record DateWords(Function<LocalDate, String> day, Function<LocalDate, String> month) {}
