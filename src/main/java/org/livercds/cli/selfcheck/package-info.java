/**
 * Holds any CDS Hooks service to a list of requirements, from outside: each check sends calls and writes into a ledger
 * which requirement held and which did not.
 */
package org.livercds.cli.selfcheck;
