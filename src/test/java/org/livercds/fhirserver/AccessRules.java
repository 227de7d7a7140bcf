package org.livercds.fhirserver;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;

/** Refuses whom the options refuse; the metadata is for everybody. Public because HAPI calls it by reflection. */
@Interceptor
public final class AccessRules {

    private final HapiFhirServer.Options options;

    AccessRules(HapiFhirServer.Options options) {
        this.options = options;
    }

    /** Before anything else, so that nobody without access learns what the server knows. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLER_SELECTED)
    public void check(RequestDetails request) {
        if (!"metadata".equals(request.getRequestPath())) {
            options.bearerToken().ifPresent(token -> checkToken(request, token));
        }
        String type = request.getResourceName();
        if (type != null && options.forbidden().contains(type)) {
            throw new ForbiddenOperationException("No access to " + type);
        }
    }

    private static void checkToken(RequestDetails request, String token) {
        if (!("Bearer " + token).equals(request.getHeader("Authorization"))) {
            throw new AuthenticationException("No valid access token").addAuthenticateHeaderForRealm("fhir");
        }
    }
}
