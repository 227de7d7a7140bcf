package org.livercds.cards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.clinical.patient.ChartBuilder.SCAN;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patient;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.livercds.clinical.ChartDate;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.clinical.patient.ChartBuilder;
import org.livercds.clinical.patient.ChartPart;
import org.livercds.clinical.patient.ChildPugh;
import org.livercds.clinical.patient.Detection;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.Judgement;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.clinical.patient.Problem;
import org.livercds.clinical.patient.Treatment;
import org.livercds.codes.ContentFolder;
import org.livercds.hooks.Card;
import org.livercds.hooks.Language;

/** What a clinician reads: the finding, the reason, the chart values, what is open, the sources. */
class CardWriterTest {

    private static final CardWriter WRITER = ShippedCards.writer();

    @Test
    void observations_that_could_not_be_read_are_not_told_as_no_lesion() {
        List<Card> cards = write(metastases().unread(ChartPart.OBSERVATIONS));
        assertTrue(
                cards.get(0).summary().startsWith("Liver findings could not be read"),
                cards.get(0).summary());
        assertTrue(write(metastases()).get(0).summary().startsWith("No measured liver lesion"));
    }

    @Test
    void where_the_spread_is_unknown_the_condition_is_that_there_is_none() {
        Card ablation = find(
                "ablation",
                metastases()
                        .lesion("a", mm("20"))
                        .count(1)
                        .extrahepatic(Judgement.NO)
                        .unread(ChartPart.CONDITIONS));
        assertTrue(ablation.detail().contains("- there is no spread"), ablation.detail());
        assertFalse(ablation.detail().contains("the spread is treatable"), ablation.detail());
        assertTrue(ablation.summary().endsWith("if the rest of the chart agrees"), ablation.summary());
    }

    @Test
    void a_known_spread_of_metastases_is_told_with_its_entry() {
        Card ablation =
                find("ablation", metastases().lesion("a", mm("20")).count(1).extrahepatic(Judgement.YES));
        assertTrue(ablation.detail().contains("- the spread is treatable: spread outside the liver; "));
    }

    @Test
    void the_team_card_says_for_each_option_why_it_is_not_named() {
        Card team = find(
                "multidisciplinaryReview",
                metastases()
                        .lesion("a", mm("35"))
                        .count(4)
                        .resectable(Judgement.YES)
                        .fit(Judgement.NO));
        assertTrue(
                team.detail().contains("- **Ablation**: more than 3 liver tumours; number of lesions"), team.detail());
        assertTrue(team.detail().contains("a tumour of 3 cm or larger"));
        assertTrue(team.detail().contains("- **Resection**: not well enough for an operation"), team.detail());
    }

    @Test
    void in_pregnancy_the_team_card_says_why_options_are_withheld() {
        Card team = write(metastases().lesion("a", mm("20")).count(1).pregnant(Judgement.YES))
                .get(0);
        assertTrue(team.summary().contains("pregnancy: treatment options are for the team to weigh"));
        assertTrue(team.detail().contains("Treatment options are withheld here"));
        assertFalse(team.detail().contains("No option of the sources"));
    }

    @Test
    void in_pregnancy_imaging_is_without_radiation() {
        Card imaging = write(atRisk().lesion("a", mm("12")).count(1).pregnant(Judgement.YES))
                .get(0);
        assertTrue(imaging.summary().contains("imaging without radiation"), imaging.summary());
        assertFalse(imaging.detail().contains("multiphase contrast-enhanced CT"), imaging.detail());
    }

    @Test
    void diagnostic_imaging_says_its_reason_for_each_kind_of_patient() {
        assertTrue(dx(atRisk().lesion("a", mm("10")).count(1)).contains("**Why**: a lesion of 1 cm or more"));
        assertTrue(dx(atRisk().lesion("a", mm("9")).count(1).found(Detection.SYMPTOMATIC))
                .contains("**Why**: the lesion was not found during screening"));
        assertTrue(dx(patient()
                        .with(Problem.Kind.LIVER_CANCER_HISTORY, Problem.State.ACTIVE)
                        .lesion("a", mm("5"))
                        .count(1))
                .contains("**Why**: a lesion after a liver cancer"));
        assertTrue(dx(patient().with(Problem.Kind.HEPATOCELLULAR_CARCINOMA, Problem.State.SUSPECTED))
                .contains("**Why**: a liver cancer is suspected"));
        assertTrue(dx(patientWith(Problem.Kind.MALIGNANCY).lesion("a", mm("5")).count(1))
                .contains("**Why**: a liver lesion beside another cancer"));
        assertFalse(dx(atRisk().lesion("a", mm("10")).count(1)).contains("criteria met"));
    }

    @Test
    void an_adult_with_a_liver_cancer_of_childhood_is_no_child() {
        Card adult = write(patientWith(Problem.Kind.HEPATOBLASTOMA).aged(30)).get(0);
        assertTrue(adult.summary().startsWith("A liver cancer of childhood"), adult.summary());
        Card child = write(hcc().aged(12)).get(0);
        assertTrue(child.summary().startsWith("Liver disease in a child"), child.summary());
        assertTrue(child.detail().contains("age 12"), child.detail());
    }

    @Test
    void the_largest_lesion_comes_first_and_ranges_are_shown_whole() {
        Card ablation = find(
                "ablation",
                metastases().lesion("a", mm("12")).lesion("b", mm("20", "28")).count(2));
        assertTrue(ablation.summary().startsWith("2 liver lesions, largest 2.0 to 2.8 cm ("), ablation.summary());
    }

    @Test
    void where_a_size_is_open_the_finding_says_so() {
        Card first = write(metastases().lesion("a", mm("12")).count(2)).get(0);
        assertTrue(first.summary().startsWith("2 liver lesions, measured up to 1.2 cm ("), first.summary());
    }

    @Test
    void the_largest_is_at_least_what_any_lesion_is_known_to_be() {
        Card first = write(metastases()
                        .lesion("a", mm("29"))
                        .lesion("b", mm("12", "36"))
                        .count(2))
                .get(0);
        assertTrue(first.summary().startsWith("2 liver lesions, largest 2.9 to 3.6 cm ("), first.summary());
    }

    @Test
    void lesions_that_are_gone_are_not_told_as_never_measured() {
        Card first = write(metastases().lesion("a", mm("0"))).get(0);
        assertTrue(first.summary().startsWith("No liver lesion seen any more"), first.summary());
        assertTrue(first.detail().contains("**Chart**: "), first.detail());
    }

    @Test
    void a_size_that_cannot_be_used_is_named_where_it_is_asked_for() {
        Card check = find("checkFirst", metastases().unmeasuredLesion("a").count(1));
        assertTrue(check.detail().contains("with unit and date (MSK-6, NCI-2); lesion "), check.detail());
    }

    @Test
    void only_a_single_hepatocellular_carcinoma_is_told_of_survival_after_surgery() {
        ChartBuilder one =
                hcc().lesion("a", mm("60")).count(1).resectable(Judgement.YES).extrahepatic(Judgement.NO);
        assertTrue(find("resection", one).detail().contains("as high as 71 %"));
        ChartBuilder two =
                hcc().lesion("a", mm("60")).count(2).resectable(Judgement.YES).extrahepatic(Judgement.NO);
        assertFalse(find("resection", two).detail().contains("71 %"));
        ChartBuilder metastasis = metastases()
                .lesion("a", mm("60"))
                .count(1)
                .resectable(Judgement.YES)
                .extrahepatic(Judgement.NO);
        assertFalse(find("resection", metastasis).detail().contains("71 %"));
    }

    @Test
    void an_unfit_patient_is_told_by_the_entry_that_says_so() {
        Card sirt =
                find("radioembolization", metastases().reading(FactKey.ECOG, 3).extrahepatic(Judgement.NO));
        assertTrue(sirt.detail().contains("? surgery cannot remove all disease: not known; ECOG"), sirt.detail());
    }

    @Test
    void a_vague_date_is_shown_as_vaguely_as_it_was_recorded() {
        ChartDate month = new ChartDate(SCAN.withDayOfMonth(1), SCAN.withDayOfMonth(SCAN.lengthOfMonth()));
        ChartBuilder chart = metastases()
                .treated(Treatment.Kind.ABLATION, Optional.of(month), Treatment.Target.wholeLiver())
                .lesion("a", mm("12"))
                .count(1);
        Card warning = find("checkFirst", chart);
        assertEquals("warning", warning.indicator());
        String shown = new ChartWords(
                        CardCatalogue.read(
                                        ContentFolder.inJar("cds-cards"),
                                        Language.EN,
                                        LiverCancerGuideline.recommendations())
                                .phrases(),
                        SCAN)
                .date(month);
        assertTrue(shown.matches("[A-Z][a-z]{2} \\d{4}"), shown);
        assertTrue(warning.detail().contains("treated by") && warning.detail().contains("(" + shown + ")"));
    }

    @Test
    void stale_imaging_names_the_limit() {
        Card warning = find(
                "checkFirst",
                metastases().lesion("a", mm("12"), SCAN.minusDays(200)).count(1));
        assertTrue(warning.detail().contains("Imaging is older than 90 days"), warning.detail());
    }

    @Test
    void embolization_shows_liver_function_and_radioembolization_the_response_to_chemotherapy() {
        Card embolization = find(
                "embolization",
                hcc().lesion("a", mm("50"))
                        .count(1)
                        .resectable(Judgement.NO)
                        .extrahepatic(Judgement.NO)
                        .childPugh(ChildPugh.A)
                        .bilirubin("1.2"));
        assertTrue(embolization.detail().contains("**Chart**: "), embolization.detail());
        assertTrue(embolization.detail().contains("Child-Pugh"), embolization.detail());
        assertTrue(embolization.detail().contains("bilirubin"), embolization.detail());
        Card sirt =
                find("radioembolization", metastases().resectable(Judgement.NO).extrahepatic(Judgement.NO));
        assertTrue(sirt.detail().contains("- ? grows in spite of chemotherapy, or does not respond: not known"));
    }

    @Test
    void surgery_is_not_named_beside_ablation_where_it_is_impossible() {
        ChartBuilder chart = metastases().lesion("a", mm("12")).count(1);
        assertTrue(find("ablation", chart).detail().contains("surgery is an option beside it"));
        assertFalse(find("ablation", chart.resectable(Judgement.NO)).detail().contains("surgery is an option beside"));
    }

    @Test
    void other_options_carry_all_their_conditions_and_their_criterion() {
        Card others = find("otherOptions", hcc().unmeasuredLesion("a").extrahepatic(Judgement.NO));
        assertTrue(
                others.detail().contains("- **Embolization (TAE or TACE)**, if surgery is not possible and ablation"),
                others.detail());
        assertTrue(others.detail().contains("Criterion: no surgery, no ablation, no spread"));
    }

    @Test
    void an_open_pregnancy_status_is_no_pregnancy() {
        Card check = find(
                "checkFirst",
                metastases().resectable(Judgement.NO).extrahepatic(Judgement.NO).woman(40));
        assertTrue(check.summary().contains("pregnancy status"), check.summary());
    }

    @Test
    void what_to_check_first_stands_under_its_own_sources() {
        Card check =
                find("checkFirst", metastases().lesion("a", mm("20")).count(1).extrahepatic(Judgement.NO));
        assertTrue(
                check.source().label().contains("AI-generated"), check.source().label());
        assertTrue(check.detail().contains("NAV-27"));
    }

    private static String dx(ChartBuilder chart) {
        Card card = write(chart).get(0);
        assertEquals("diagnosticWorkup", card.source().topic().code());
        return card.detail();
    }

    private static Card find(String topic, ChartBuilder chart) {
        List<Card> cards = write(chart);
        return cards.stream()
                .filter(card -> card.source().topic().code().equals(topic))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        cards.stream().map(Card::summary).toList().toString()));
    }

    private static List<Card> write(ChartBuilder builder) {
        LiverChart chart = builder.chart();
        List<Card> cards = WRITER.write(
                        LiverCancerGuideline.advise(chart), chart, Set.of(), new Call(0, "p1", SetAside.NOTHING))
                .cards();
        CardRules.check(cards);
        return cards;
    }

    private static ChartBuilder metastases() {
        return patientWith(Problem.Kind.LIVER_METASTASES).aged(60);
    }

    private static ChartBuilder hcc() {
        return patientWith(Problem.Kind.HEPATOCELLULAR_CARCINOMA).aged(60);
    }

    private static ChartBuilder atRisk() {
        return patientWith(Problem.Kind.CIRRHOSIS).aged(60);
    }
}
