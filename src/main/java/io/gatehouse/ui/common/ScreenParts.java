package io.gatehouse.ui.common;

/**
 * What is needed before there are screens: by what stands over all of them.
 *
 * @param context what the kiosk was given from outside
 * @param texts words in the language chosen
 * @param formats times and numbers
 * @param work does what may block
 * @param duty who is on duty
 */
public record ScreenParts(
    UiContext context, Texts texts, Formats formats, BackgroundWork work, Duty duty) {}
