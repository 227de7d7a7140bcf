package org.livercds.bulkdata;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The table of a silent run.
 *
 * @param rows columns by the keyed id of the patient
 */
record PatientTable(Map<String, Map<String, String>> rows, byte[] key) {

    private static final int DIGITS = 16;

    /** @param key the file with the key in hexadecimal digits */
    static PatientTable read(Path table, Path key) throws IOException {
        List<String> lines = Files.readAllLines(table);
        String[] columns = lines.get(0).split(",");
        Map<String, Map<String, String>> rows = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] values = line.split(",", -1);
            Map<String, String> row = new TreeMap<>();
            for (int i = 1; i < columns.length; i++) {
                row.put(columns[i], values[i]);
            }
            if (rows.put(values[0], row) != null) {
                throw new IllegalStateException("two rows of one patient: " + values[0]);
            }
        }
        return new PatientTable(
                rows, HexFormat.of().parseHex(Files.readString(key).strip()));
    }

    /** Empty where he has no row. */
    Map<String, String> row(String patientId) {
        return rows.getOrDefault(keyed(patientId), Map.of());
    }

    private String keyed(String patientId) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] hash = mac.doFinal(patientId.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
