package org.livercds.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HashesTest {

    private static final byte[] KEY = new byte[32];
    private static final byte[] OLD = new byte[] {1, 2, 3};

    @Test
    void the_same_person_has_the_same_hash_in_every_process() {
        assertEquals(new Hashes(KEY).patient("t", "p"), new Hashes(KEY.clone()).patient("t", "p"));
        assertEquals(64, new Hashes(KEY).patient("t", "p").length());
    }

    @Test
    void key_label_tenant_and_id_each_make_another() {
        Hashes hashes = new Hashes(KEY);
        assertEquals(
                7,
                Set.of(
                                hashes.patient("t", "p"),
                                hashes.patient("t", "q"),
                                hashes.patient("u", "p"),
                                hashes.patient("", "tp"),
                                hashes.user("t", "p"),
                                hashes.foreign("p"),
                                new Hashes(OLD).patient("t", "p"))
                        .size());
    }

    @Test
    void after_a_rotation_a_patient_is_known_under_both_keys() {
        assertEquals(
                List.of(new Hashes(KEY).patient("t", "p"), new Hashes(OLD).patient("t", "p")),
                new Hashes(KEY, Optional.of(OLD)).allOfPatient("t", "p"));
        assertEquals(List.of(new Hashes(KEY).patient("t", "p")), new Hashes(KEY).allOfPatient("t", "p"));
    }

    @Test
    void after_a_rotation_a_reader_is_known_under_both_keys_and_never_under_one_of_each() {
        Hashes old = new Hashes(OLD);
        Hashes hashes = new Hashes(KEY, Optional.of(OLD));
        assertEquals(
                List.of(
                        new Reader(hashes.patient("t", "p"), hashes.user("c", "u")),
                        new Reader(old.patient("t", "p"), old.user("c", "u"))),
                hashes.allOfReader("t", "p", "c", "u"));
        assertEquals(
                List.of(new Reader(old.patient("t", "p"), old.user("c", "u"))), old.allOfReader("t", "p", "c", "u"));
    }
}
