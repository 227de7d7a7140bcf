package org.livercds.outbound;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/**
 * Makes a page of the bytes of an answer, and never unpacks more than it may.
 *
 * @param json reads a body; throws some RuntimeException for what is not one JSON object
 */
record PageReader(MediaTypes types, Function<byte[], ObjectNode> json) {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    Page read(byte[] body, boolean zipped, int most) {
        byte[] unpacked = zipped ? unzip(body, most) : body;
        if (unpacked.length > most) {
            throw new FetchException(FetchProblem.TOO_LARGE);
        }
        ObjectNode content = parse(withoutMark(unpacked));
        return types == MediaTypes.FHIR_JSON ? page(content, unpacked.length) : new Page(content, unpacked.length);
    }

    private static Page page(ObjectNode resource, int unpacked) {
        return switch (resource.path("resourceType").asText()) {
            case "" -> throw new FetchException(FetchProblem.NOT_FHIR_JSON);
            case "OperationOutcome" -> throw new FetchException(FetchProblem.OUTCOME);
            default -> new Page(resource, unpacked);
        };
    }

    private static byte[] unzip(byte[] body, int most) {
        try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return unzipped.readNBytes(most + 1);
        } catch (IOException damaged) {
            throw new FetchException(FetchProblem.NOT_FHIR_JSON);
        }
    }

    private static byte[] withoutMark(byte[] text) {
        int mark = BYTE_ORDER_MARK.length;
        boolean marked = text.length >= mark && Arrays.equals(text, 0, mark, BYTE_ORDER_MARK, 0, mark);
        return marked ? Arrays.copyOfRange(text, mark, text.length) : text;
    }

    /** What the reader throws may quote the chart: it goes no further. */
    private ObjectNode parse(byte[] text) {
        try {
            ObjectNode resource = json.apply(text);
            if (resource != null) {
                return resource;
            }
        } catch (RuntimeException unreadable) {
            // is the same as nothing
        }
        throw new FetchException(FetchProblem.NOT_FHIR_JSON);
    }
}
