package org.livercds.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.service.GivenSettings.SAFE;
import static org.livercds.service.GivenSettings.mistakes;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Variables of the environment that set nothing are told; those of others are left alone. */
class KnownSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "LIVERCDS_DEADLIN, LIVERCDS_DEADLINE",
        "LIVERCDS_PUBLICURL, LIVERCDS_PUBLIC_URL",
        "LIVERCDS_CLIENTS_NORTH_ISUER, LIVERCDS_CLIENTS_NAME_ISSUER",
        "LIVERCDS_CLIENTS_NORTH_CLINIC_ISSUER, docs/CONFIGURATION.md",
        "LIVERCDS_HOME_OF_ALL_THINGS, docs/CONFIGURATION.md"
    })
    void a_variable_that_sets_nothing_is_refused(String variable, String hint) {
        List<String> told = mistakes(SAFE, Set.of(variable), true);
        assertEquals(1, told.size(), told::toString);
        assertTrue(told.get(0).startsWith(variable + " is no setting of this service."), told::toString);
        assertTrue(told.get(0).contains(hint), told::toString);
    }

    /** The last ones are told by Kubernetes to whoever stands beside a service called livercds. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "LIVERCDS_DEADLINE",
                "LIVERCDS_CLIENTS_NORTH_JWKS_URL",
                "LIVERCDS_CLIENTS__NORTH_CLINIC__SMART_CLIENT_ID",
                "LIVERCDS_CORS_ORIGINS_0_",
                "LIVERCDS_CLIENTS_general_DEADLINE",
                "LIVER_CDS_HOME",
                "LIVERCDS_SERVICE_HOST",
                "LIVERCDS_SERVICE_PORT_HTTP",
                "LIVERCDS_PORT",
                "LIVERCDS_DB_PORT_5432_TCP_ADDR"
            })
    void a_variable_of_a_setting_or_of_kubernetes_is_not(String variable) {
        assertEquals(List.of(), mistakes(SAFE, Set.of(variable), true));
    }

    /** By itself such a variable names no client. */
    @Test
    void of_a_client_that_a_file_names_a_variable_sets_more_whatever_its_name_is() {
        String variable = "LIVERCDS_CLIENTS_NORTH_CLINIC_DEADLINE";
        KnownSettings known = KnownSettings.all();
        assertEquals(List.of(), known.misspelt(Stream.of(variable), Set.of("north-clinic")));
        assertEquals(
                1, known.misspelt(Stream.of(variable), Set.of("south-clinic")).size());
    }
}
