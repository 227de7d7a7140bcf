package org.livercds.cli.screen;

import org.livercds.service.Standalone;

final class ReportPage {
    private ReportPage() {}

    static String of(Findings findings, Standalone services) {
        return findings.toString();
    }
}
