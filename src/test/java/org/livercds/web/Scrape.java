package org.livercds.web;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The metrics of the running application, as Prometheus reads them.
 *
 * @param samples the value of each series, by its name and labels as they are written
 */
public record Scrape(String text, Map<String, Double> samples) {

    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z]\\w*)(\\{.*})? (\\S+)$");
    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\w+) (\\w+)$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final String LARGEST = "_max";

    /** A name and the labels of one of its series. */
    public record Series(String name, Map<String, String> labels) {}

    public static Scrape of(int managementPort) {
        return of(given().port(managementPort)
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    static Scrape of(String text) {
        Map<String, Double> samples = new TreeMap<>();
        SAMPLE.matcher(text)
                .results()
                .forEach(sample -> samples.put(
                        sample.group(1) + Optional.ofNullable(sample.group(2)).orElse(""),
                        Double.valueOf(sample.group(3))));
        return new Scrape(text, samples);
    }

    double value(String series) {
        return samples.getOrDefault(series, 0.0);
    }

    /** Of our own metrics; those of a histogram are one. */
    public List<Series> own() {
        Map<String, String> types = new TreeMap<>();
        TYPE.matcher(text).results().forEach(type -> types.put(type.group(1), type.group(2)));
        return samples.keySet().stream()
                .filter(series -> series.startsWith("livercds_"))
                .map(series -> new Series(metric(series.replaceFirst("\\{.*", ""), types), labels(series)))
                .distinct()
                .toList();
    }

    private static String metric(String name, Map<String, String> types) {
        String plain = name.replaceFirst("_(bucket|count|sum|max)$", "");
        boolean part = types.containsKey(plain) && !types.get(plain).equals("gauge");
        return part || name.endsWith(LARGEST) && types.containsKey(plain) ? plain : name;
    }

    private static Map<String, String> labels(String series) {
        Map<String, String> labels = new TreeMap<>();
        Matcher matcher = LABEL.matcher(series);
        for (MatchResult label : matcher.results().toList()) {
            if (!label.group(1).equals("le")) {
                labels.put(label.group(1), label.group(2));
            }
        }
        return labels;
    }
}
