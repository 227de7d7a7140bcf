package org.livercds.cli.selfcheck;

import java.util.List;
import java.util.Locale;

/**
 * Whether a page of another origin may call.
 *
 * @param origin of a page that should be allowed to
 */
record CorsCheck(String origin) implements Check {

    private static final String ALLOWED = "Access-Control-Allow-Origin";
    private static final List<String> OF_OPEN = List.of("cors.headers", "cors.answer", "cors.error");
    private static final String STRANGER = "https://selfcheck.invalid";

    @Override
    public void run(Asker asker) {
        Ledger ledger = asker.ledger();
        Exchange stranger = asker.ask(preflight(asker, STRANGER));
        boolean trusted = isAllowed(stranger, STRANGER)
                && stranger.header("Access-Control-Allow-Credentials").equalsIgnoreCase("true");
        ledger.judge("cors.credentials", !trusted, stranger, headers(stranger));
        Exchange preflight = asker.ask(preflight(asker, origin));
        boolean opened = isAllowed(preflight, origin);
        boolean methods = listed(preflight, "Access-Control-Allow-Methods", "post");
        ledger.judge("cors.preflight", preflight.isOf(2) && opened && methods, preflight, headers(preflight));
        if (opened) {
            boolean headers = listed(preflight, "Access-Control-Allow-Headers", "authorization")
                    && listed(preflight, "Access-Control-Allow-Headers", "content-type");
            ledger.judge("cors.headers", headers, preflight, headers(preflight));
            answers(asker);
        } else {
            String why = "no page of " + origin + " may call; --origin names another one";
            ledger.unchecked(OF_OPEN, asker.service().id(), why);
        }
    }

    private void answers(Asker asker) {
        Ledger ledger = asker.ledger();
        Exchange answer = asker.ask(
                Call.of(asker.service(), "a call from a page", asker.full()).with("Origin", origin));
        ledger.judge("cors.answer", isAllowed(answer, origin), answer, headers(answer));
        Exchange refusal = asker.ask(
                Call.of(asker.service(), "half a request from a page", "{").with("Origin", origin));
        ledger.judge("cors.error", isAllowed(refusal, origin), refusal, headers(refusal));
    }

    private static Call preflight(Asker asker, String from) {
        return Call.of(asker.service(), "a preflight of a page of " + from, "")
                .by("OPTIONS")
                .with(Call.AUTHORIZATION, "")
                .with("Content-Type", "")
                .with("Origin", from)
                .with("Access-Control-Request-Method", "POST")
                .with("Access-Control-Request-Headers", "authorization,content-type");
    }

    private static boolean isAllowed(Exchange exchange, String origin) {
        String allowed = exchange.header(ALLOWED);
        return allowed.equals("*") || allowed.equals(origin);
    }

    private static boolean listed(Exchange exchange, String header, String value) {
        String values = exchange.header(header).toLowerCase(Locale.ROOT);
        return values.contains(value) || values.equals("*") && !value.equals("authorization");
    }

    private static String headers(Exchange exchange) {
        StringBuilder said = new StringBuilder().append(exchange.status());
        exchange.headers().forEach((name, values) -> {
            if (name.toLowerCase(Locale.ROOT).startsWith("access-control")) {
                said.append(", ").append(name).append(": ").append(String.join(", ", values));
            }
        });
        return said.length() > 3 ? said.toString() : said + " without a header of CORS";
    }
}
