package org.livercds.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a call brings for reading a chart.
 *
 * @param client the name of the registered client that calls, whose FHIR servers may be read
 * @param fhirServer base address without a slash at its end
 * @param accessToken for that server alone
 * @param scope what the token was granted
 * @param asOf the day for which advice is asked
 * @param spent of the deadline, before anything was read
 */
public record ChartCall(
        Optional<String> client,
        String patientId,
        Optional<String> fhirServer,
        Optional<String> accessToken,
        Optional<String> scope,
        ObjectNode prefetch,
        LocalDate asOf,
        Duration spent) {

    /** Without patient and token. */
    @Override
    public String toString() {
        return "ChartCall";
    }
}
