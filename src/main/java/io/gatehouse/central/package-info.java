/**
 * The central server: takes what the gates tell, keeps it once, and shows it to the owner. It knows
 * nothing of the kiosk.
 */
package io.gatehouse.central;
