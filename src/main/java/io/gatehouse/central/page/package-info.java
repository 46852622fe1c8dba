/** The owner's page: its files, which lie in the jar under {@code web}. */
package io.gatehouse.central.page;
