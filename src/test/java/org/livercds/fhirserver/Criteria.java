package org.livercds.fhirserver;

import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;

/** The parameters of a search; one that was not sent is null and asks for nothing. */
final class Criteria implements Predicate<Resource> {

    private final ServedType type;
    private final List<Predicate<Resource>> all = new ArrayList<>();

    Criteria(ServedType type) {
        this.type = type;
    }

    @Override
    public boolean test(Resource resource) {
        return all.stream().allMatch(criterion -> criterion.test(resource));
    }

    Criteria patient(ReferenceParam patient) {
        if (patient != null) {
            refuseUnless(patient.getChain() == null && patient.getMissing() == null);
            all.add(resource ->
                    type.patients(resource).anyMatch(reference -> isSame(patient, reference.getReferenceElement())));
        }
        return this;
    }

    Criteria code(TokenOrListParam codes) {
        if (codes != null) {
            List<TokenParam> tokens = plain(codes);
            all.add(resource -> type.codings(resource)
                    .anyMatch(coding -> tokens.stream().anyMatch(token -> isSame(token, coding))));
        }
        return this;
    }

    Criteria id(TokenOrListParam ids) {
        if (ids != null) {
            List<String> values = plain(ids).stream().map(TokenParam::getValue).toList();
            all.add(resource -> values.contains(resource.getIdElement().getIdPart()));
        }
        return this;
    }

    private static List<TokenParam> plain(TokenOrListParam tokens) {
        List<TokenParam> plain = tokens.getValuesAsQueryTokens();
        refuseUnless(plain.stream().allMatch(token -> token.getModifier() == null && token.getMissing() == null));
        return plain;
    }

    private static void refuseUnless(boolean plain) {
        if (!plain) {
            throw new InvalidRequestException("This server has neither chains nor modifiers");
        }
    }

    private static boolean isSame(ReferenceParam asked, IIdType reference) {
        boolean ofPatient = !asked.hasResourceType() || asked.getResourceType().equals("Patient");
        return ofPatient
                && "Patient".equals(reference.getResourceType())
                && asked.getIdPart().equals(reference.getIdPart());
    }

    /** A token without a bar has no system, one that ends with the bar an empty code. */
    private static boolean isSame(TokenParam token, Coding coding) {
        String system = coding.hasSystem() ? coding.getSystem() : "";
        boolean sameSystem = token.getSystem() == null || token.getSystem().equals(system);
        boolean anyCode = token.getSystem() != null && token.getValueNotNull().isEmpty();
        return sameSystem && (anyCode || token.getValueNotNull().equals(coding.getCode()));
    }
}
