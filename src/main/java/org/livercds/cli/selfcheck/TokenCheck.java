package org.livercds.cli.selfcheck;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Tokens that are good, and tokens that are not. */
final class TokenCheck implements Check {

    private static final String REQUIRED = "token.required";

    @Override
    public void run(Asker asker) {
        if (asker.wire().tokens().isEmpty()) {
            asker.ledger().unchecked(REQUIRED, asker.service().id(), "no --key was given");
            return;
        }
        Tokens tokens = asker.wire().tokens().get();
        Exchange good = asker.ask("a good token", asker.full());
        boolean accepted = good.status() != 401 && good.status() != 403;
        asker.ledger().judge("token.accepted", accepted, good);
        Exchange none = asker.ask(call(asker, "no token").with(Call.AUTHORIZATION, ""));
        asker.ledger().judge(REQUIRED, none.isOf(4), none);
        if (accepted && none.isOf(4)) {
            asker.ledger().judge("token.status", none.status() == 401, none);
            bad(asker, new BadTokens(tokens, call(asker, "").path()));
            others(asker, tokens);
        }
    }

    private static void bad(Asker asker, BadTokens tokens) {
        tokens.byRequirement().forEach((requirement, token) -> refused(asker, requirement, token));
    }

    private static void refused(Asker asker, String requirement, String token) {
        Call call = call(asker, "a token for " + requirement).with(Call.AUTHORIZATION, "Bearer " + token);
        Exchange answer = asker.expect(requirement, call, Statuses.REFUSED);
        if (answer.isOf(4)) {
            asker.ledger().judge("token.status", answer.status() == 401, answer);
        }
    }

    private static void others(Asker asker, Tokens tokens) {
        Call once = call(asker, "a token for the first time");
        String token = "Bearer " + tokens.good(once.path());
        asker.ask(once.with(Call.AUTHORIZATION, token));
        Call again = call(asker, "the same token again").with(Call.AUTHORIZATION, token);
        asker.expect("token.replay", again, Statuses.REFUSED);
        ObjectNode claims = tokens.claims(once.path());
        String audience = claims.path("aud").asText();
        claims.putArray("aud").add(audience);
        Call list = call(asker, "an audience in a list")
                .with(Call.AUTHORIZATION, "Bearer " + tokens.signed(tokens.header(), claims));
        asker.expect("token.audience-list", list, status -> status != 401 && status != 403 && status > 0);
    }

    private static Call call(Asker asker, String what) {
        return Call.of(asker.service(), what, asker.full());
    }
}
