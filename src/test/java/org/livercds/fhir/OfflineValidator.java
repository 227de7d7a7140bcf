package org.livercds.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.ValidationOptions;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;
import org.livercds.hooks.WireJson;

/**
 * HAPI's validator with FHIR R4 and everything of {@code fhir-profiles}, and without a terminology server: codes of the
 * project's own systems are checked, those of systems that are not here are not.
 */
public final class OfflineValidator {

    private static final Path PROFILES = Path.of("fhir-profiles");
    private static final List<String> FOLDERS = List.of("codesystems", "valuesets", "conceptmaps", "profiles");
    private static final FhirContext CONTEXT = FhirContext.forR4Cached();
    private static final ValidationSupportChain SUPPORT = support();
    private static final FhirValidator VALIDATOR = validator();

    private OfflineValidator() {}

    /** What is wrong with a resource, by the profiles that it names and by FHIR itself. */
    public static List<String> errors(String json) {
        return errors(json, new ValidationOptions());
    }

    /** The same, and by the profile with this URL. */
    public static List<String> errors(String json, String profile) {
        return errors(json, new ValidationOptions().addProfile(profile));
    }

    /** Every file of the package that others build on. */
    static List<Path> conformanceFiles() {
        return FOLDERS.stream().flatMap(OfflineValidator::files).toList();
    }

    static Stream<Path> files(String folder) {
        try (Stream<Path> files = Files.list(PROFILES.resolve(folder))) {
            return files.sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static ObjectNode tree(Path file) {
        return WireJson.readObject(text(file).getBytes(StandardCharsets.UTF_8));
    }

    static StructureDefinition snapshot(String json) {
        StructureDefinition profile = CONTEXT.newJsonParser().parseResource(StructureDefinition.class, json);
        return (StructureDefinition) new SnapshotGeneratingValidationSupport(CONTEXT)
                .generateSnapshot(
                        new ValidationSupportContext(SUPPORT), profile, profile.getUrl(), null, profile.getName());
    }

    private static List<String> errors(String json, ValidationOptions options) {
        return VALIDATOR.validateWithResult(json, options).getMessages().stream()
                .filter(message -> message.getSeverity().ordinal() >= ResultSeverityEnum.ERROR.ordinal())
                .map(message -> message.getLocationString() + ": " + message.getMessage())
                .toList();
    }

    /** HAPI names no successor for what lets codes of unknown systems pass. */
    @SuppressWarnings("deprecation")
    private static ValidationSupportChain support() {
        UnknownCodeSystemWarningValidationSupport unknown = new UnknownCodeSystemWarningValidationSupport(CONTEXT);
        unknown.setNonExistentCodeSystemSeverity(IValidationSupport.IssueSeverity.WARNING);
        return new ValidationSupportChain(
                new DefaultProfileValidationSupport(CONTEXT),
                own(),
                new CommonCodeSystemsTerminologyService(CONTEXT),
                new InMemoryTerminologyServerValidationSupport(CONTEXT),
                new SnapshotGeneratingValidationSupport(CONTEXT),
                unknown);
    }

    private static PrePopulatedValidationSupport own() {
        PrePopulatedValidationSupport own = new PrePopulatedValidationSupport(CONTEXT);
        for (Path file : conformanceFiles()) {
            if (CONTEXT.newJsonParser().parseResource(text(file)) instanceof MetadataResource resource) {
                if (resource instanceof CodeSystem system && isListed(system)) {
                    own.addCodeSystem(resource);
                } else if (resource instanceof ValueSet) {
                    own.addValueSet(resource);
                } else if (resource instanceof StructureDefinition) {
                    own.addStructureDefinition(resource);
                }
            }
        }
        return own;
    }

    /** The codes of the others are not known to anybody. */
    private static boolean isListed(CodeSystem system) {
        return system.getContent() != CodeSystem.CodeSystemContentMode.NOTPRESENT;
    }

    private static FhirValidator validator() {
        FhirInstanceValidator instances = new FhirInstanceValidator(SUPPORT);
        instances.setAnyExtensionsAllowed(false);
        instances.setErrorForUnknownProfiles(true);
        instances.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
        return CONTEXT.newValidator().registerValidatorModule(instances);
    }
}
