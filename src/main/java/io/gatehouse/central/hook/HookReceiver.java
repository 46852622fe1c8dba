package io.gatehouse.central.hook;

import java.net.URI;

/**
 * Somebody who is told of each passage.
 *
 * @param withPicture whether a form with the picture is sent, or JSON alone
 */
public record HookReceiver(URI url, boolean withPicture) {}
