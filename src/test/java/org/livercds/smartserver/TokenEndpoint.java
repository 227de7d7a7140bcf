package org.livercds.smartserver;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Gives a token for a code, once, to the client that can prove who it is and that it began the launch. */
final class TokenEndpoint {

    private static final long SLOW_MILLIS = 7_000;

    private final Map<String, Grant> codes;
    private final String issuer;
    private final Map<String, Grant> tokens = new ConcurrentHashMap<>();

    TokenEndpoint(Map<String, Grant> codes, String issuer) {
        this.codes = codes;
        this.issuer = issuer;
    }

    Optional<Grant> grantOf(String authorization) {
        return Optional.ofNullable(authorization)
                .filter(text -> text.startsWith("Bearer "))
                .map(text -> tokens.get(text.substring("Bearer ".length())));
    }

    void answer(HttpExchange exchange) throws IOException {
        Map<String, String> form =
                Form.read(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (!isClient(exchange, form)) {
            SmartServer.send(exchange, 401, "application/json", "{\"error\":\"invalid_client\"}");
            return;
        }
        Grant grant = codes.remove(form.getOrDefault("code", ""));
        if (grant == null || grant.habit() == Habit.EXPIRED_CODE || !isRight(form, grant)) {
            SmartServer.send(exchange, 400, "application/json", "{\"error\":\"invalid_grant\"}");
            return;
        }
        give(exchange, grant);
    }

    private void give(HttpExchange exchange, Grant grant) throws IOException {
        switch (grant.habit()) {
            case SLOW_TOKEN -> wait(exchange);
            case REDIRECTED_TOKEN -> {
                exchange.getResponseHeaders().set("Location", issuer + "/token/moved");
                exchange.sendResponseHeaders(307, -1);
            }
            case HTML_TOKEN -> SmartServer.send(exchange, 200, "text/html", "<p>canary-token-in-html</p>");
            case LARGE_TOKEN ->
                SmartServer.send(
                        exchange, 200, "application/json", "{\"access_token\":\"" + "a".repeat(70_000) + "\"}");
            case BROKEN_TOKEN -> SmartServer.send(exchange, 200, "application/json", "{\"access_token\":\"canary-tok");
            default ->
                SmartServer.send(exchange, 200, "application/json", token(grant).toString());
        }
    }

    private static void wait(HttpExchange exchange) throws IOException {
        try {
            Thread.sleep(SLOW_MILLIS);
            SmartServer.send(exchange, 200, "application/json", "{}");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private ObjectNode token(Grant grant) {
        String token = "canary-token-" + tokens.size() + "." + Instant.now().toEpochMilli();
        tokens.put(token, grant);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("access_token", token);
        json.put("token_type", grant.habit() == Habit.ODD_TOKEN ? "MAC" : "bearer");
        if (grant.habit() != Habit.NO_PATIENT) {
            json.put("patient", grant.patient());
        }
        if (grant.habit() != Habit.TERSE) {
            json.put("expires_in", grant.habit() == Habit.SHORT_TOKEN ? 1 : 3_600);
            json.put("scope", grant.asked().get("scope"));
            json.put("need_patient_banner", true);
            json.put("id_token", idToken(grant));
        }
        return json;
    }

    private String idToken(Grant grant) {
        boolean patient = grant.habit() == Habit.PATIENT_USER;
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject("canary-subject")
                .audience(grant.habit() == Habit.FOREIGN_ID_TOKEN ? "another-app" : SmartServer.CLIENT)
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .claim("nonce", grant.asked().get("nonce"))
                .claim("fhirUser", patient ? "Patient/" + grant.patient() : issuer + "/fhir/Practitioner/example")
                .build();
        try {
            SignedJWT signed = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            signed.sign(new MACSigner(new byte[32]));
            return signed.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** RFC 6749, section 2.3.1: by HTTP Basic, with both parts encoded as in a form. */
    private static boolean isClient(HttpExchange exchange, Map<String, String> form) {
        String both = encoded(SmartServer.CLIENT) + ":" + encoded(SmartServer.SECRET);
        String basic = "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
        return basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && !form.containsKey("client_id")
                && "tenant=one".equals(exchange.getRequestURI().getRawQuery());
    }

    private static boolean isRight(Map<String, String> form, Grant grant) {
        return "authorization_code".equals(form.get("grant_type"))
                && grant.asked().get("redirect_uri").equals(form.get("redirect_uri"))
                && form.getOrDefault("code_verifier", "").length() >= 43
                && grant.asked().get("code_challenge").equals(challenge(form.get("code_verifier")));
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
