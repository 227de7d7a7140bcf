package org.livercds.hooks;

import java.util.List;

/**
 * What a service tells about where its advice comes from and which data it uses, for those who select it: the source
 * attributes of evidence-based decision support, 45 CFR 170.315(b)(11)(iv)(A).
 *
 * @param title of the service
 * @param regulation that asks for them
 * @param attributes in its order
 */
public record SourceAttributes(
        String service, String title, String regulation, Discovery.Rules rules, List<Attribute> attributes) {
    public SourceAttributes {
        attributes = List.copyOf(attributes);
    }

    /**
     * One of them.
     *
     * @param number in the regulation
     * @param value for the use of data {@code used} or {@code not used}
     * @param how what the value rests on
     */
    public record Attribute(int number, String key, String title, String value, String how) {}
}
