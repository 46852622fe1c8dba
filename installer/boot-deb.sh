#!/bin/sh
# Boots a bare Debian with the package in namespaces of its own, with the systemd, the compositor and the X server a booth has, and does to the
# kiosk what a booth does: kills it, freezes it, kills its compositor, upgrades it while it runs, switches the machine off. The screen is
# memory instead of a display; pictures of it are kept.
#   sudo installer/boot-deb.sh PACKAGE.deb [--suite trixie] [--root DIR] [--out DIR]
# DIR is a Debian that an earlier run made; without it one is made and removed. Needs root, debootstrap, a mirror, a kernel with cgroup2.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$(readlink -f -- "$0")")" && pwd)
[ $# -ge 1 ] && [ -f "$1" ] || { echo "usage: boot-deb.sh PACKAGE.deb [--suite S] [--root DIR] [--out DIR]" >&2; exit 2; }
deb=$(readlink -f -- "$1")
shift
suite=trixie
root=
out=$here/../target/booted
while [ $# -gt 0 ]; do
    case $1 in
        --suite) suite=$2 ;;
        --root) root=$2 ;;
        --out) out=$2 ;;
        *) echo "unknown option $1" >&2; exit 2 ;;
    esac
    shift 2
done
[ "$(id -u)" = 0 ] || { echo "boot-deb: as root" >&2; exit 2; }
work=$(mktemp -d /tmp/gatehouse-boot-deb.XXXXXX)
mkdir -p "$out" "$work/cgroup"
made=
[ -n "$root" ] || { root=$work/root; made=yes; }
machine= # the process whose namespaces are the machine's

cleanup() {
    [ -z "$machine" ] || kill -9 "$machine" 2>/dev/null || true
    umount "$root/proc" 2>/dev/null || true
    rmdir "$work/cgroup/gatehouse-boot" 2>/dev/null || true
    umount "$work/cgroup" 2>/dev/null || true
    [ -z "$made" ] || rm -rf "$root"
    rm -rf "$work"
}
trap cleanup EXIT
# shellcheck source=installer/testing.sh
. "$here/testing.sh"
bare_debian "$suite"
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
cp /etc/resolv.conf "$root/etc/resolv.conf"
cp "$deb" "$root/root/gatehouse.deb"

in_machine() {
    nsenter -t "$machine" -m -p -u -i -C -r -w /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}
told() { in_machine systemctl show gatehouse.service --value -p "$1"; }
# within SECONDS WHAT COMMAND…: the command succeeds before they are over
within() {
    limit=$1
    what=$2
    shift 2
    waited=0
    until "$@" >"$work/out" 2>&1; do
        if [ $waited -ge "$limit" ]; then
            in_machine journalctl --no-pager -n 40 -u gatehouse.service || true
            fault "$what: not within $limit s"
        fi
        sleep 1
        waited=$((waited + 1))
    done
    echo "   $what: after $waited s"
}
runs() { [ "$(told ActiveState)/$(told SubState)/$(told StatusText)" = 'active/running/The lane runs' ]; }
started_again() { runs && [ "$(told NRestarts)" -gt "$1" ]; }
version() { [ "$(in_machine gatehouse --version)" = "Gatehouse $1" ]; }
opened() { wc -l <"$root/var/lib/gatehouse/opened" 2>/dev/null || echo 0; }
opened_more() { [ "$(opened)" -gt "$1" ]; }
program() { in_machine pgrep -u gatehouse -f '^/opt/gatehouse/bin/gatehouse kiosk'; }
picture() {
    in_machine env XDG_RUNTIME_DIR=/run/gatehouse WAYLAND_DISPLAY=wayland-0 grim "/root/$1.png"
    cp "$root/root/$1.png" "$out/"
}
ended() { ! kill -0 "$machine" 2>/dev/null; }

boot() {
    step "boot"
    mountpoint -q "$work/cgroup" || mount -t cgroup2 none "$work/cgroup"
    mkdir -p "$work/cgroup/gatehouse-boot"
    # shellcheck disable=SC2016 # the inner shell's
    sh -c 'echo $$ >"$1/gatehouse-boot/cgroup.procs"; exec unshare --mount --pid --uts --ipc --cgroup --fork --kill-child sh -euc '\''
        mount --make-rprivate /
        mount --bind "$1" "$1"
        mount -t proc proc "$1/proc"
        mount -t sysfs -o ro sysfs "$1/sys"
        mount -t cgroup2 none "$1/sys/fs/cgroup"
        mount -t tmpfs -o mode=755 tmpfs "$1/run"
        mount -t tmpfs tmpfs "$1/tmp"
        mount -t tmpfs -o mode=755 tmpfs "$1/dev"
        for device in null zero full random urandom tty tty0 tty1; do
            touch "$1/dev/$device"
            mount --bind "/dev/$device" "$1/dev/$device"
        done
        mkdir "$1/dev/pts" "$1/dev/shm"
        mount -t devpts -o newinstance,ptmxmode=666 devpts "$1/dev/pts"
        mount -t tmpfs tmpfs "$1/dev/shm"
        ln -s pts/ptmx "$1/dev/ptmx"
        ln -s /proc/self/fd "$1/dev/fd"
        hostname gate
        exec chroot "$1" /usr/bin/env -i container=test PATH=/usr/sbin:/usr/bin:/sbin:/bin /lib/systemd/systemd
    '\'' sh "$2"' sh "$work/cgroup" "$root" </dev/null >"$work/boot.log" 2>&1 &
    starter=$!
    waited=0
    until machine=$(pgrep -P "$starter") && [ -d "$root/proc" ] && in_machine systemctl show-environment >/dev/null 2>&1; do
        [ $waited -lt 60 ] || { cat "$work/boot.log"; fault "systemd does not come up"; }
        sleep 1
        waited=$((waited + 1))
    done
}

step "install, with what it recommends"
rm -rf "$root/var/lib/gatehouse"
in_root dpkg --configure -a >/dev/null # an earlier run may have been broken off
in_root apt-get -qq update
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d" # nothing starts yet
chmod +x "$root/usr/sbin/policy-rc.d"
expect 'Setting up gatehouse' in_root apt-get -y --allow-downgrades --reinstall install /root/gatehouse.deb systemd systemd-sysv dbus grim procps
rm "$root/usr/sbin/policy-rc.d"
umount "$root/proc"
first=$(in_root dpkg-query -W -f='${Version}' gatehouse)
mkdir -p "$root/etc/systemd/system/gatehouse.service.d"
printf '[Service]\nEnvironment=WLR_BACKENDS=headless WLR_RENDERER=pixman WLR_LIBINPUT_NO_DEVICES=1\n' >"$root/etc/systemd/system/gatehouse.service.d/screen.conf"
echo 'JAVA_TOOL_OPTIONS=-Dprism.order=sw' >"$root/etc/gatehouse/kiosk.env"

boot
within 120 "the first set-up is on the screen" runs
picture set-up
expect '^$' in_machine sh -c 'systemctl --failed --quiet --no-legend list-units; echo'
[ "$(told NRestarts)" = 0 ] || fault "it was started more than once"

step "a lane with vehicles, a barrier that is a program"
in_machine systemctl stop gatehouse.service
printf '{"camera":"demo:?patience=3","barrier":"command:/usr/local/bin/open-barrier"}\n' >"$root/var/lib/gatehouse/settings.json"
in_root chown gatehouse:gatehouse /var/lib/gatehouse/settings.json
rm -f "$root/var/lib/gatehouse/first-set-up"
printf '#!/bin/sh\necho open >>/var/lib/gatehouse/opened\n' >"$root/usr/local/bin/open-barrier"
chmod +x "$root/usr/local/bin/open-barrier"
echo 'GATEHOUSE_OPTIONS=--auto-confirm' >>"$root/etc/gatehouse/kiosk.env"
in_machine systemctl start gatehouse.service
within 120 "the lane runs" runs
within 240 "the barrier opened twice" opened_more 1
picture lane

step "kill -9 of the program"
before=$(told NRestarts)
in_machine kill -9 "$(program)"
within 60 "the lane runs again" started_again "$before"
in_machine systemctl show gatehouse.service -p ExecStopPost | grep -q 'status=0' || fault "the barrier was not switched off"

step "the program freezes"
before=$(told NRestarts)
in_machine kill -STOP "$(program)"
within 120 "the watchdog had it started again" started_again "$before"
in_machine journalctl --no-pager -b | grep -q 'Watchdog timeout' || fault "it was not the watchdog"

step "kill -9 of the compositor"
before=$(told NRestarts)
in_machine kill -9 "$(told MainPID)"
within 90 "the lane runs again" started_again "$before"
opens=$(opened)
within 240 "the barrier opens again" opened_more "$opens"

step "upgrade while it runs"
repack 99.1 'ALTER TABLE passage ADD COLUMN test_wheels INT;'
expect 'bringing the data to this version' in_machine apt-get -y install /root/gatehouse_99.1.deb
within 60 "version 99.1" version 99.1
within 120 "the lane runs" runs
opens=$(opened)
within 240 "the barrier opens again" opened_more "$opens"

step "rollback while it runs"
expect "Gatehouse $first is installed" in_machine gatehouse-rollback /root/gatehouse.deb
within 120 "the lane runs" runs

step "switch the machine off"
in_machine systemctl poweroff 2>/dev/null || true # it may be off before it has answered
within 60 "it is off" ended
machine=
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
in_root gatehouse doctor --camera demo: | tee "$work/doctor" | sed 's/^/   /'
grep -q FAULT "$work/doctor" && fault "doctor"
echo "all of it works: $(basename "$deb"); pictures of the screen in $out"
