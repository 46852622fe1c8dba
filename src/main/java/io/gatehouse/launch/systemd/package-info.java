/** What the program tells systemd, so that a lane that hangs is started again. */
package io.gatehouse.launch.systemd;
