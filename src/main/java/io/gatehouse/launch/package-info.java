/**
 * The command line and the wiring: builds every part, hands it what it needs, and is known by no
 * one.
 */
package io.gatehouse.launch;
