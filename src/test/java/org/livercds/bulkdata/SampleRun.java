package org.livercds.bulkdata;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Whether the running service, called by HTTP as an EHR would, says of a sample of the patients what the table says. */
final class SampleRun {

    private static final int SAMPLE = 8;

    private SampleRun() {}

    static boolean run(ScreenRuns runs) throws Exception {
        Path out = runs.out("sample");
        runs.process().finish(out, 2);
        PatientTable table = PatientTable.read(out.resolve("patients.csv"), runs.key());
        List<String> ids = ids(runs);
        SampleCharts charts = SampleCharts.of(runs.export(), ids);
        int differences = 0;
        Map<String, Integer> seen = new TreeMap<>();
        try (ServiceOnLoopback service = ServiceOnLoopback.start(runs.options(), runs.out("service"))) {
            JsonNode templates = service.templates();
            for (String id : ids) {
                Map<String, String> answer = service.answer(id, new ServerAnswers(charts.of(id)).prefetch(templates));
                seen.merge(answer.get("status") + " " + answer.get("reason"), 1, Integer::sum);
                List<String> told = differences(answer, table.row(id));
                told.forEach(difference -> ScreenRuns.say("%s: %s", id, difference));
                differences += told.isEmpty() ? 0 : 1;
            }
        }
        boolean complete = table.rows().size() == runs.written().patients()
                && charts.read() == runs.written().lines();
        ScreenRuns.say(
                "%d patients in the table, %d in the export",
                table.rows().size(), runs.written().patients());
        ScreenRuns.say("%d patients asked about, by status and reason: %s", ids.size(), seen);
        ScreenRuns.say("%s: %d differ", differences == 0 && complete ? "held" : "MISSED", differences);
        return differences == 0 && complete;
    }

    /** What the service says and the table says otherwise, column by column. A refusal needs only to be one. */
    static List<String> differences(Map<String, String> answer, Map<String, String> row) {
        if (row.isEmpty()) {
            return List.of("no row");
        }
        Set<String> columns = new TreeSet<>(answer.keySet());
        List<String> found = new ArrayList<>();
        for (String column : columns) {
            String told = row.getOrDefault(column, "no such column");
            if (!answer.get(column).equals(told)) {
                found.add("%s is '%s' in the answer, '%s' in the table".formatted(column, answer.get(column), told));
            }
        }
        return found;
    }

    /** Half of them with something in the chart that matters here, as many as there are. */
    private static List<String> ids(ScreenRuns runs) {
        Population population = BulkData.charts(runs.options()).population();
        int patients = runs.written().patients();
        int wanted = Math.min(runs.options().number("sample"), patients);
        Dice dice = population.dice(SAMPLE, 0);
        Set<String> ids = new TreeSet<>();
        IntStream.range(0, patients * 20)
                .mapToObj(any -> population.person(dice.below(patients)))
                .filter(person -> person.group() != Group.NO_LIVER_DISEASE)
                .limit(wanted / 2)
                .forEach(person -> ids.add(person.id()));
        while (ids.size() < wanted) {
            ids.add(population.person(dice.below(patients)).id());
        }
        return List.copyOf(ids);
    }
}
