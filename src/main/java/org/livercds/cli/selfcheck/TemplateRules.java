package org.livercds.cli.selfcheck;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What holds for a prefetch template.
 *
 * @param version of the specification that the service follows; from 3 on a token may be an expression
 */
record TemplateRules(String hook, String version) {

    private static final Pattern TOKEN = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Pattern READ_OR_SEARCH = Pattern.compile("[A-Z][A-Za-z]+(/\\{\\{[^{}]+}}|\\?[^?]+)");
    private static final Pattern FIELD = Pattern.compile("context\\.(\\w+)");
    private static final Set<String> OF_THE_USER =
            Set.of("userPractitionerId", "userPractitionerRoleId", "userPatientId", "userRelatedPersonId");

    void judge(Place template) {
        String text = template.text();
        template.judge("discovery.template", READ_OR_SEARCH.matcher(text).matches());
        String rest = TOKEN.matcher(text).replaceAll("");
        boolean closed = !rest.contains("{") && !rest.contains("}");
        boolean known = version.startsWith("3")
                || TOKEN.matcher(text).results().map(MatchResult::group).allMatch(this::isToken);
        template.judge("discovery.tokens", closed && known);
        template.judge("discovery.query", isPlain(TOKEN.matcher(text).replaceAll("token")));
    }

    private boolean isToken(String braced) {
        String token = braced.substring(2, braced.length() - 2).strip();
        var field = FIELD.matcher(token);
        return OF_THE_USER.contains(token) || field.matches() && isPlainField(field.group(1));
    }

    /** Of a hook that nobody has published any field may be one. */
    private boolean isPlainField(String field) {
        JsonNode context = Bodies.contexts().path(hook);
        return context.isMissingNode() || context.path(field).isTextual() || field.equals("encounterId");
    }

    private static boolean isPlain(String template) {
        int query = template.indexOf('?');
        return query < 0
                || Arrays.stream(template.substring(query + 1).split("&")).allMatch(TemplateRules::isPlainParameter);
    }

    private static boolean isPlainParameter(String parameter) {
        String name = parameter.replaceAll("=.*", "");
        boolean joins = Set.of("_include", "_revinclude", "_has").contains(name.replaceAll(":.*", ""));
        return !joins && !name.contains(".") && (!name.contains(":") || name.endsWith(":in"));
    }
}
