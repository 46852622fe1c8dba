package io.gatehouse.parking.shift;

/**
 * What happened in a shift. Fixed when it ends.
 *
 * @param in vehicles let in
 * @param out vehicles let out
 * @param automatic those of both that passed by themselves
 * @param turnedAway vehicles turned away
 * @param cashDong taken in cash
 * @param freePasses let out without paying what was due
 * @param lostTickets let out without a ticket
 * @param overrides where the guard's word stood against the machine's or the tariff's
 */
public record ShiftTotals(
    long in,
    long out,
    long automatic,
    long turnedAway,
    long cashDong,
    long freePasses,
    long lostTickets,
    long overrides) {}
