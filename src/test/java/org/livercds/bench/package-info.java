/**
 * How fast the service is: JMH benchmarks of its steps, a benchmark over HTTP beside HAPI's CDS Hooks module, and a guard
 * on the bytes that an answer allocates, which alone runs with the tests. {@code docs/PERFORMANCE.md} says how to read it.
 */
package org.livercds.bench;
