package org.livercds.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import java.text.ParseException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Authorization headers that let nobody in, each by its name, with the reason that belongs in the audit. */
public final class BadTokens {

    /** One of them. */
    public record Bad(String name, String authorization, Denial denial) {
        @Override
        public String toString() {
            return name;
        }
    }

    private final Map<String, Bad> all = new LinkedHashMap<>();
    private final String issuer;
    private final String audience;
    private final Instant now;

    private BadTokens(String issuer, String audience, Instant now) {
        this.issuer = issuer;
        this.audience = audience;
        this.now = now;
    }

    /**
     * @param issuer of a client whose keys are {@link Keys#ES384}, {@link Keys#RS384}, {@link Keys#ES256} and
     *     {@link Keys#SHORT}
     */
    public static Map<String, Bad> all(String issuer, String audience, Instant now) {
        BadTokens tokens = new BadTokens(issuer, audience, now);
        tokens.notATokenAtAll();
        tokens.headers();
        tokens.signatures();
        tokens.issuers();
        tokens.audiences();
        tokens.times();
        tokens.ids();
        return tokens.all;
    }

    private void notATokenAtAll() {
        raw("an_empty_header", "", Denial.NOT_A_BEARER_TOKEN);
        raw("another_scheme", "Basic ZWhyOnNlY3JldA==", Denial.NOT_A_BEARER_TOKEN);
        raw("a_token_without_a_scheme", good().compact(), Denial.NOT_A_BEARER_TOKEN);
        raw("bearer_and_nothing", "Bearer ", Denial.NOT_A_BEARER_TOKEN);
        raw("two_parts", "Bearer " + good().compact().replaceFirst("\\.[^.]*$", ""), Denial.MALFORMED);
        raw("five_parts_as_of_an_encrypted_token", "Bearer a.b.c.d.e", Denial.MALFORMED);
        raw("no_signature", "Bearer " + good().compact().replaceFirst("[^.]*$", ""), Denial.MALFORMED);
        raw("characters_that_are_no_base64url", "Bearer " + good().compact() + "+/", Denial.MALFORMED);
        raw("two_tokens", "Bearer " + good().compact() + ", Bearer " + good().compact(), Denial.MALFORMED);
        raw("a_header_that_is_no_json", written("nonsense", good().claimsJson()), Denial.MALFORMED);
        raw("a_header_that_is_a_list", written("[]", good().claimsJson()), Denial.MALFORMED);
        raw("claims_that_are_no_json", written(good().headerJson(), "{"), Denial.MALFORMED);
        raw(
                "the_algorithm_twice",
                written(good().headerJson().replace("{", "{\"alg\":\"none\","), good().claimsJson()),
                Denial.MALFORMED);
        raw(
                "the_issuer_twice",
                written(
                        good().headerJson(),
                        good().claimsJson().replaceFirst("\\{", "{\"iss\":\"https://other.example\",")),
                Denial.MALFORMED);
        signed("more_than_8_kilobytes", token -> token.text("padding", "x".repeat(8_192)), Denial.TOKEN_TOO_LONG);
    }

    private void headers() {
        unsigned("algorithm_none", "none");
        unsigned("algorithm_None_with_a_capital", "nOnE");
        raw("a_symmetric_key_made_of_the_public_one", symmetric(), Denial.ALGORITHM);
        signed("no_algorithm", token -> token.without("alg"), Denial.ALGORITHM);
        signed("an_algorithm_that_is_no_text", token -> token.header("alg", "384"), Denial.ALGORITHM);
        signed(
                "an_algorithm_that_the_client_did_not_register",
                token -> token.signedBy(Keys.ES256, "ES256"),
                Denial.ALGORITHM);
        signed("no_type", token -> token.without("typ"), Denial.NOT_A_JWT);
        signed("another_type", token -> token.header("typ", "\"at+jwt\""), Denial.NOT_A_JWT);
        signed("a_critical_extension", token -> token.header("crit", "[\"exp\"]"), Denial.HEADER_NOT_ALLOWED);
        signed("a_payload_that_is_not_encoded", token -> token.header("b64", "false"), Denial.HEADER_NOT_ALLOWED);
        signed(
                "a_key_that_it_brings_itself",
                token -> token.withKey(Keys.STRANGER)
                        .header("jwk", Keys.STRANGER.toPublicJWK().toJSONString()),
                Denial.HEADER_NOT_ALLOWED);
        signed(
                "the_address_of_a_certificate",
                token -> token.header("x5u", "\"https://attacker.example/c.pem\""),
                Denial.HEADER_NOT_ALLOWED);
        signed("a_chain_of_certificates", token -> token.header("x5c", "[\"MIIB\"]"), Denial.HEADER_NOT_ALLOWED);
        signed("compressed_claims", token -> token.header("zip", "\"DEF\""), Denial.HEADER_NOT_ALLOWED);
        signed("no_key_id", token -> token.without("kid"), Denial.NO_KEY_ID);
        signed("a_key_id_that_is_no_text", token -> token.header("kid", "1"), Denial.NO_KEY_ID);
    }

    private void signatures() {
        signed("a_key_id_that_is_unknown", token -> token.header("kid", "\"../../etc/passwd\""), Denial.UNKNOWN_KEY);
        signed("signed_by_a_stranger", token -> token.withKey(Keys.STRANGER), Denial.SIGNATURE);
        signed("an_rsa_key_of_1024_bits", token -> token.signedBy(Keys.SHORT, "RS384"), Denial.SIGNATURE);
        signed(
                "the_algorithm_of_another_kind_of_key",
                token -> token.signedBy(Keys.RS384, "RS384").header("kid", "\"es384\""),
                Denial.UNKNOWN_KEY);
        raw(
                "claims_changed_after_signing",
                "Bearer "
                        + changed(
                                good().compact(), good().text("jti", "another").claimsJson()),
                Denial.SIGNATURE);
        raw("a_signature_of_zeros", "Bearer " + zeros(good().compact()), Denial.SIGNATURE);
    }

    private void issuers() {
        signed("no_issuer", token -> token.without("iss"), Denial.NO_ISSUER);
        signed("an_issuer_that_is_no_text", token -> token.claim("iss", "[\"" + issuer + "\"]"), Denial.NO_ISSUER);
        signed("an_issuer_that_is_unknown", token -> token.text("iss", "https://other.example"), Denial.UNKNOWN_ISSUER);
        signed("an_issuer_with_a_slash_more", token -> token.text("iss", issuer + "/"), Denial.UNKNOWN_ISSUER);
        signed(
                "an_issuer_in_capitals",
                token -> token.text("iss", issuer.toUpperCase(Locale.ROOT)),
                Denial.UNKNOWN_ISSUER);
        signed(
                "the_public_sandbox",
                token -> token.text("iss", "https://sandbox.cds-hooks.org"),
                Denial.UNKNOWN_ISSUER);
        signed(
                "keys_at_an_address_that_is_not_registered",
                token -> token.header("jku", "\"https://attacker.example/jwks.json\""),
                Denial.UNKNOWN_KEY_SET);
        signed("an_address_of_keys_that_is_no_text", token -> token.header("jku", "{}"), Denial.UNKNOWN_KEY_SET);
        signed("a_tenant_that_is_not_registered", token -> token.text("tenant", "other"), Denial.TENANT);
        signed("a_tenant_that_is_no_text", token -> token.claim("tenant", "7"), Denial.TENANT);
    }

    private void audiences() {
        signed("no_audience", token -> token.without("aud"), Denial.AUDIENCE);
        signed("an_empty_audience", token -> token.claim("aud", "[]"), Denial.AUDIENCE);
        signed("an_audience_that_is_no_text", token -> token.claim("aud", "{}"), Denial.AUDIENCE);
        signed("the_audience_of_another_host", token -> token.text("aud", "https://other.example"), Denial.AUDIENCE);
        signed("an_audience_that_only_begins_so", token -> token.text("aud", audience + "-2"), Denial.AUDIENCE);
        signed("an_audience_above", token -> token.text("aud", audience.replaceFirst("/[^/]*$", "")), Denial.AUDIENCE);
        signed("the_audience_of_feedback", token -> token.text("aud", audience + "/feedback"), Denial.AUDIENCE);
        signed(
                "one_audience_more",
                token -> token.claim("aud", "[\"" + audience + "\",\"https://other.example\"]"),
                Denial.AUDIENCE);
        signed("an_audience_with_a_question", token -> token.text("aud", audience + "?x=1"), Denial.AUDIENCE);
    }

    private void times() {
        signed("no_expiry", token -> token.without("exp"), Denial.TIMES_MISSING);
        signed("no_time_of_issue", token -> token.without("iat"), Denial.TIMES_MISSING);
        signed("an_expiry_in_words", token -> token.text("exp", "tomorrow"), Denial.TIMES_MISSING);
        signed("an_expiry_beyond_all_years", token -> token.claim("exp", "1E+1000000000"), Denial.TIMES_MISSING);
        signed("an_expiry_before_1970", token -> token.claim("exp", "-1"), Denial.TIMES_MISSING);
        signed("a_beginning_in_words", token -> token.text("nbf", "now"), Denial.TIMES_MISSING);
        signed("expired_a_minute_ago", token -> token.time("iat", now, -300).time("exp", now, -60), Denial.EXPIRED);
        signed(
                "issued_in_two_minutes",
                token -> token.time("iat", now, 120).time("exp", now, 300),
                Denial.ISSUED_IN_THE_FUTURE);
        signed("valid_in_two_minutes", token -> token.time("nbf", now, 120), Denial.NOT_YET_VALID);
        signed("a_life_of_a_year", token -> token.time("exp", now, 31_536_000), Denial.LIVES_TOO_LONG);
        signed("a_life_of_301_seconds", token -> token.time("exp", now, 301), Denial.LIVES_TOO_LONG);
    }

    private void ids() {
        signed("no_id", token -> token.without("jti"), Denial.NO_TOKEN_ID);
        signed("an_id_that_is_no_text", token -> token.claim("jti", "1"), Denial.NO_TOKEN_ID);
        signed("a_blank_id", token -> token.text("jti", " "), Denial.NO_TOKEN_ID);
        signed("an_id_of_257_characters", token -> token.text("jti", "j".repeat(257)), Denial.NO_TOKEN_ID);
    }

    private Token good() {
        return Token.of(issuer, audience, now);
    }

    private void signed(String name, UnaryOperator<Token> spoilt, Denial denial) {
        raw(name, "Bearer " + spoilt.apply(good()).compact(), denial);
    }

    private void unsigned(String name, String algorithm) {
        String header = "{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\",\"kid\":\"es384\"}";
        raw(name, "Bearer " + Token.part(header) + "." + Token.part(good().claimsJson()) + ".AA", Denial.ALGORITHM);
    }

    private void raw(String name, String authorization, Denial denial) {
        all.put(name, new Bad(name, authorization, denial));
    }

    private String written(String header, String claims) {
        return "Bearer " + good().compact(header, claims);
    }

    private String symmetric() {
        String header = "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"es384\"}";
        String signed = Token.part(header) + "." + Token.part(good().claimsJson());
        try {
            MACSigner signer = new MACSigner(Keys.ES384.toECPublicKey().getEncoded());
            return "Bearer " + signed + "." + signer.sign(JWSHeader.parse(header), signed.getBytes(UTF_8));
        } catch (JOSEException | ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String changed(String token, String claims) {
        String[] parts = token.split("\\.");
        return parts[0] + "." + Token.part(claims) + "." + parts[2];
    }

    private static String zeros(String token) {
        String[] parts = token.split("\\.");
        return parts[0] + "." + parts[1] + "." + "A".repeat(parts[2].length());
    }
}
