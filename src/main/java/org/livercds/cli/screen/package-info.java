/**
 * Silent runs over an export: what the service would say about each patient of a hospital, counted before anybody is
 * interrupted.
 */
package org.livercds.cli.screen;
