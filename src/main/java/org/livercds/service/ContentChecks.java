package org.livercds.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.livercds.cards.CardCatalogues;
import org.livercds.cards.SourceAttributeFile;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.ContentProblems;
import org.livercds.codes.OrderCodes;
import org.livercds.codes.ValueSets;

/** Whether a folder that is to be mounted over the content of the jar could be. */
public final class ContentChecks {

    private ContentChecks() {}

    /** What keeps it from being {@code livercds.cards.directory}: sentences that name file and line. */
    public static List<String> cards(Path directory) {
        ContentFolder folder = new ContentFolder("cds-cards", Optional.of(directory));
        ContentProblems problems = new ContentProblems();
        mount(folder, problems);
        CardCatalogues.check(folder, LiverCancerGuideline.recommendations(), problems);
        problems.attempt(() -> SourceAttributeFile.read(folder));
        return problems.sentences();
    }

    /** What keeps it from being {@code livercds.fhir-profiles.directory}. */
    public static List<String> profiles(Path directory) {
        ContentFolder folder = new ContentFolder("fhir-profiles", Optional.of(directory));
        ContentProblems problems = new ContentProblems();
        mount(folder, problems);
        ValueSets.check(folder, problems);
        problems.attempt(() -> OrderCodes.read(folder));
        return problems.sentences();
    }

    private static void mount(ContentFolder folder, ContentProblems problems) {
        problems.attempt(() -> {
            folder.checkOverride();
            return folder;
        });
    }
}
