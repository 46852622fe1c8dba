package io.gatehouse.ui.common;

import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.gatehouse.lane.LaneControl;
import io.gatehouse.plate.PlateGrammar;
import io.gatehouse.settings.Settings;
import io.gatehouse.store.ParkingBooks;
import io.gatehouse.store.PassageStore;
import io.gatehouse.sync.CentralLink;
import java.time.ZoneId;
import java.util.function.Supplier;

/**
 * What the kiosk's screens are given from outside.
 *
 * @param lane the lane this kiosk guards
 * @param store the passages on disk; asked off the screen's thread only
 * @param books stays, tariffs, lists and people; asked off the screen's thread only
 * @param grammar what plates look like here
 * @param settings as they are at the start
 * @param settingsSaver keeps changed settings
 * @param storage how the disk is doing; asked off the screen's thread, about once a minute
 * @param time the clock
 * @param zone for times shown to people
 * @param setup what the settings screen tells and does
 * @param central the tie to the central server
 * @param threads makes the screens' one background thread
 */
public record UiContext(
    LaneControl lane,
    PassageStore store,
    ParkingBooks books,
    PlateGrammar grammar,
    Settings settings,
    SettingsSaver settingsSaver,
    Supplier<StorageStatus> storage,
    TimeSource time,
    ZoneId zone,
    SetupSupport setup,
    CentralLink central,
    Threads threads) {}
