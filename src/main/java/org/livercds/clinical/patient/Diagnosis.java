package org.livercds.clinical.patient;

import static org.livercds.clinical.patient.Problem.Kind.CHOLANGIOCARCINOMA;
import static org.livercds.clinical.patient.Problem.Kind.CIRRHOSIS;
import static org.livercds.clinical.patient.Problem.Kind.EXTRAHEPATIC_METASTASES;
import static org.livercds.clinical.patient.Problem.Kind.HEPATOBLASTOMA;
import static org.livercds.clinical.patient.Problem.Kind.HEPATOCELLULAR_CARCINOMA;
import static org.livercds.clinical.patient.Problem.Kind.LIVER_CANCER_HISTORY;
import static org.livercds.clinical.patient.Problem.Kind.LIVER_METASTASES;
import static org.livercds.clinical.patient.Problem.Kind.MALIGNANCY;
import static org.livercds.clinical.patient.Problem.Kind.PRIMARY_LIVER_CANCER;
import static org.livercds.clinical.patient.Problem.Kind.SARCOMA;
import static org.livercds.clinical.patient.Problem.Kind.UNSPECIFIED_LIVER_CANCER;
import static org.livercds.clinical.patient.Problem.Kind.VIRAL_HEPATITIS;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.livercds.clinical.Evidence;

/** The kind of liver disease, and the conditions that say so. The first kind that the chart supports decides. */
public record Diagnosis(DiseaseKind kind, List<Evidence> evidence) {
    public Diagnosis {
        evidence = List.copyOf(evidence);
    }

    private record Candidate(DiseaseKind kind, Predicate<Problem> means) {}

    private static final List<Candidate> BY_PRECEDENCE = List.of(
            new Candidate(DiseaseKind.PEDIATRIC, active(HEPATOBLASTOMA)),
            new Candidate(DiseaseKind.SARCOMA, active(SARCOMA)),
            new Candidate(DiseaseKind.CHOLANGIOCARCINOMA, active(CHOLANGIOCARCINOMA)),
            new Candidate(DiseaseKind.LIVER_METASTASES, active(LIVER_METASTASES)),
            new Candidate(DiseaseKind.HEPATOCELLULAR_CARCINOMA, active(HEPATOCELLULAR_CARCINOMA)),
            new Candidate(DiseaseKind.PRIMARY_LIVER_CANCER, active(PRIMARY_LIVER_CANCER)),
            new Candidate(DiseaseKind.UNSPECIFIED, active(UNSPECIFIED_LIVER_CANCER)),
            new Candidate(DiseaseKind.SUSPECTED, in(Problem.State.SUSPECTED)),
            new Candidate(DiseaseKind.OTHER_CANCER_WITH_LIVER_LESION, active(MALIGNANCY, EXTRAHEPATIC_METASTASES)),
            new Candidate(DiseaseKind.HISTORY, in(Problem.State.HISTORY).or(has(LIVER_CANCER_HISTORY))),
            new Candidate(DiseaseKind.AT_RISK, active(CIRRHOSIS, VIRAL_HEPATITIS)));

    private static final Predicate<Problem> PRIMARY = active(HEPATOCELLULAR_CARCINOMA, PRIMARY_LIVER_CANCER);

    private static final Predicate<Problem> PRIMARY_OR_METASTASES = PRIMARY.or(active(LIVER_METASTASES));

    static Diagnosis of(List<Problem> problems, boolean liverLesionSeen) {
        for (Candidate candidate : BY_PRECEDENCE) {
            boolean counts = liverLesionSeen || candidate.kind() != DiseaseKind.OTHER_CANCER_WITH_LIVER_LESION;
            List<Evidence> evidence = counts ? evidence(problems, candidate.means()) : List.of();
            if (!evidence.isEmpty()) {
                return unlessPrimary(new Diagnosis(candidate.kind(), evidence), problems);
            }
        }
        return new Diagnosis(DiseaseKind.NONE, List.of());
    }

    private static Diagnosis unlessPrimary(Diagnosis first, List<Problem> problems) {
        boolean both = first.kind() == DiseaseKind.LIVER_METASTASES
                && !evidence(problems, PRIMARY).isEmpty();
        return both ? new Diagnosis(DiseaseKind.CONFLICT, evidence(problems, PRIMARY_OR_METASTASES)) : first;
    }

    private static Predicate<Problem> active(Problem.Kind... kinds) {
        Set<Problem.Kind> any = Set.of(kinds);
        return problem -> problem.state() == Problem.State.ACTIVE && !Collections.disjoint(problem.kinds(), any);
    }

    private static Predicate<Problem> in(Problem.State state) {
        return problem -> problem.state() == state && problem.isLiverCancer();
    }

    private static Predicate<Problem> has(Problem.Kind kind) {
        return problem ->
                problem.state() != Problem.State.SUSPECTED && problem.kinds().contains(kind);
    }

    private static List<Evidence> evidence(List<Problem> problems, Predicate<Problem> which) {
        List<Evidence> evidence = new ArrayList<>();
        for (Problem problem : problems) {
            if (which.test(problem)) {
                evidence.add(problem.evidence());
            }
        }
        return evidence;
    }
}
