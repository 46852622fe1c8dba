package io.gatehouse.database;

/**
 * The tables of one program. Several programs may share one PostgreSQL database: each counts its
 * versions in a table of its own.
 *
 * @param name folder of its migrations below {@code db}, and name of the embedded database's file
 * @param historyTable where its versions are counted
 */
public record Schema(String name, String historyTable) {}
