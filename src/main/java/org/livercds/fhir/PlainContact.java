package org.livercds.fhir;

import static org.livercds.fhir.PlainJson.all;
import static org.livercds.fhir.PlainJson.each;
import static org.livercds.fhir.PlainJson.set;
import static org.livercds.fhir.PlainJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Address.AddressTypeEnumFactory;
import org.hl7.fhir.r4.model.Address.AddressUseEnumFactory;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystemEnumFactory;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUseEnumFactory;
import org.hl7.fhir.r4.model.Enumeration;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.HumanName.NameUseEnumFactory;
import org.livercds.fhir.PlainJson.NotPlainException;

/** How somebody is called and reached, of plain shape. */
final class PlainContact {

    private static final NameUseEnumFactory NAME_USES = new NameUseEnumFactory();
    private static final AddressUseEnumFactory ADDRESS_USES = new AddressUseEnumFactory();
    private static final AddressTypeEnumFactory ADDRESS_TYPES = new AddressTypeEnumFactory();
    private static final ContactPointUseEnumFactory POINT_USES = new ContactPointUseEnumFactory();
    private static final ContactPointSystemEnumFactory POINT_SYSTEMS = new ContactPointSystemEnumFactory();

    private PlainContact() {}

    static HumanName name(JsonNode json) {
        HumanName name = new HumanName();
        each(json, (member, value) -> {
            switch (member) {
                case "use" -> name.setUseElement(set(new Enumeration<>(NAME_USES), value));
                case "text" -> set(name.getTextElement(), value);
                case "family" -> set(name.getFamilyElement(), value);
                case "given" -> all(value, given -> name.addGiven(text(given)));
                case "prefix" -> all(value, prefix -> name.addPrefix(text(prefix)));
                case "suffix" -> all(value, suffix -> name.addSuffix(text(suffix)));
                case "period" -> name.setPeriod(PlainJson.period(value));
                default -> throw new NotPlainException();
            }
        });
        return name;
    }

    static ContactPoint point(JsonNode json) {
        ContactPoint point = new ContactPoint();
        each(json, (member, value) -> {
            switch (member) {
                case "system" -> point.setSystemElement(set(new Enumeration<>(POINT_SYSTEMS), value));
                case "value" -> set(point.getValueElement(), value);
                case "use" -> point.setUseElement(set(new Enumeration<>(POINT_USES), value));
                case "rank" -> set(point.getRankElement(), PlainJson.number(value));
                case "period" -> point.setPeriod(PlainJson.period(value));
                default -> throw new NotPlainException();
            }
        });
        return point;
    }

    static Address address(JsonNode json) {
        Address address = new Address();
        each(json, (member, value) -> {
            switch (member) {
                case "extension" -> all(value, extension -> address.addExtension(PlainExtension.of(extension)));
                case "use" -> address.setUseElement(set(new Enumeration<>(ADDRESS_USES), value));
                case "type" -> address.setTypeElement(set(new Enumeration<>(ADDRESS_TYPES), value));
                case "line" -> all(value, line -> address.addLine(text(line)));
                case "period" -> address.setPeriod(PlainJson.period(value));
                default -> place(address, member, value);
            }
        });
        return address;
    }

    private static void place(Address address, String member, JsonNode value) {
        switch (member) {
            case "text" -> set(address.getTextElement(), value);
            case "city" -> set(address.getCityElement(), value);
            case "district" -> set(address.getDistrictElement(), value);
            case "state" -> set(address.getStateElement(), value);
            case "postalCode" -> set(address.getPostalCodeElement(), value);
            case "country" -> set(address.getCountryElement(), value);
            default -> throw new NotPlainException();
        }
    }
}
