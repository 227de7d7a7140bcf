package org.livercds.clinical.guideline;

import java.util.Optional;
import org.livercds.clinical.Fact;

/** A datum that could change the answer, and why it is not known where the chart tells. */
public record Missing(MissingId id, Optional<Fact.Reason> reason) {}
