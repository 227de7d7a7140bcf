package org.livercds.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.livercds.cards.SourceAttributeFile;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.codes.ContentFolder;
import org.livercds.hooks.SourceAttributes.Attribute;

/** The page for people says what the services say. */
class SourceAttributesPageTest {

    private static final Path PAGE = Path.of("docs/SOURCE_ATTRIBUTES.md");
    private static final List<String> HOOKS = List.of("patient-view", "order-select", "order-sign");

    private static final String HEAD = """
            # Source attributes

            What those who select decision support ask of it: the source attributes of evidence-based decision support, 45 CFR \
            170.315(b)(11)(iv)(A)(1) to (13), for each of the three services. Each service tells its own at `GET \
            /cds-services/{id}/source-attributes`, as JSON, to everybody; discovery leads there, and so does each card where \
            livercds.public-url is set. This page is \
            written from the same file, [source-attributes.yaml](../cds-cards/source-attributes.yaml), by its test; whether \
            data are used is held against the services by `UsedDataTest`.
            """;

    /** With {@code -Dupdate-content=true} the page is written anew. */
    @Test
    void the_page_is_what_the_services_say() throws IOException {
        String text = text();
        if (Boolean.getBoolean("update-content")) {
            Files.writeString(PAGE, text);
        }
        assertEquals(
                text,
                Files.readString(PAGE),
                "write it anew: ./mvnw test -Djacoco.skip -Dtest=SourceAttributesPageTest -Dupdate-content=true");
    }

    private static String text() {
        SourceAttributeFile file = SourceAttributeFile.read(ContentFolder.inJar("cds-cards"));
        Map<String, List<Attribute>> all = new TreeMap<>();
        HOOKS.forEach(hook -> all.put(hook, file.of(hook, LiverCancerGuideline.VERSION)));
        StringBuilder page = new StringBuilder(HEAD);
        for (Attribute attribute : all.get(HOOKS.get(0))) {
            page.append("\n## ")
                    .append(attribute.number())
                    .append(". ")
                    .append(attribute.title())
                    .append("\n");
            int at = attribute.number() - 1;
            long different =
                    HOOKS.stream().map(hook -> all.get(hook).get(at)).distinct().count();
            for (String hook : different == 1 ? HOOKS.subList(0, 1) : HOOKS) {
                Attribute one = all.get(hook).get(at);
                page.append("\n")
                        .append(different == 1 ? "" : "`liver-cancer-" + hook + "`: ")
                        .append("**")
                        .append(one.value())
                        .append(".** ")
                        .append(one.how())
                        .append("\n");
            }
        }
        return page.toString();
    }
}
