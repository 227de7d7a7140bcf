package org.livercds.bulkdata;

/** A code with what it is called. */
record Term(String system, String code, String display) {}
