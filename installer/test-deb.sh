#!/bin/sh
# Installs the package in a bare Debian and does with it what a technician does: doctor, reading a picture, a run of the kiosk,
# upgrade, an upgrade that fails, rollback, removal, purge.
#   sudo installer/test-deb.sh PACKAGE.deb [--suite trixie] [--root DIR] [--picture FILE]
# DIR is a bare Debian that debootstrap made before; without it one is made and removed. Needs root, debootstrap, a mirror.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$(readlink -f -- "$0")")" && pwd)
[ $# -ge 1 ] && [ -f "$1" ] || { echo "usage: test-deb.sh PACKAGE.deb [--suite S] [--root DIR] [--picture FILE]" >&2; exit 2; }
deb=$(readlink -f -- "$1")
shift
suite=trixie
root=
picture=$here/../docs/screens/exit-1280x720-vi.png
while [ $# -gt 0 ]; do
    case $1 in
        --suite) suite=$2 ;;
        --root) root=$2 ;;
        --picture) picture=$2 ;;
        *) echo "unknown option $1" >&2; exit 2 ;;
    esac
    shift 2
done
[ "$(id -u)" = 0 ] || { echo "test-deb: as root" >&2; exit 2; }
work=$(mktemp -d /tmp/gatehouse-test-deb.XXXXXX)
made=
if [ -z "$root" ]; then
    root=$work/root
    made=yes
fi

cleanup() {
    umount "$root/proc" 2>/dev/null || true
    [ -z "$made" ] || rm -rf "$root"
    rm -rf "$work"
}
trap cleanup EXIT
# shellcheck source=installer/testing.sh
. "$here/testing.sh"
bare_debian "$suite"
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
cp /etc/resolv.conf "$root/etc/resolv.conf"
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
chmod +x "$root/usr/sbin/policy-rc.d"

passages() { in_root gatehouse upgrade 2>/dev/null | sed -n 's/.*passages: //p'; }

cp "$deb" "$root/root/gatehouse.deb"
cp "$picture" "$root/root/picture.${picture##*.}"

step "install"
in_root apt-get -qq update
expect 'Setting up gatehouse' in_root apt-get -y --no-install-recommends install /root/gatehouse.deb systemd
first=$(in_root dpkg-query -W -f='${Version}' gatehouse)
expect "Gatehouse $first" in_root gatehouse --version
expect 'video.*render\|render.*video' in_root id -nG gatehouse
expect 'gatehouse gatehouse 750' in_root stat -c '%U %G %a' /var/lib/gatehouse

step "units"
expect '^$' in_root sh -c 'systemd-analyze verify --man=no gatehouse.service 2>&1; echo'
grep -v '^$' "$work/out" && fault "systemd-analyze says something"
expect 'enabled' in_root systemctl is-enabled gatehouse.service

step "doctor"
in_root gatehouse doctor --camera demo: | tee "$work/doctor" | sed 's/^/   /' || fault "doctor"
grep -q FAULT "$work/doctor" && fault "doctor"

step "read"
expect 'sure' in_root gatehouse read "/root/picture.${picture##*.}"
expect 'sure' in_root gatehouse read --third-voice "/root/picture.${picture##*.}"

step "300 frames of the kiosk without a screen, then with one drawn into memory"
expect 'frames seen: 300' in_root gatehouse kiosk --camera 'demo:?seed=7&patience=3' --auto-confirm --headless --frames 300
expect 'Picked' in_root env JAVA_TOOL_OPTIONS='-Dglass.platform=Headless -Dprism.order=sw' gatehouse kiosk --camera demo: --frames 300
expect 'first window' in_root cat /var/lib/gatehouse/logs/gatehouse.log
expect '^$' in_root sh -c 'find /var/lib/gatehouse /var/cache/gatehouse ! -user gatehouse; echo'
grep -v '^$' "$work/out" && fault "files of somebody else"
kept=$(passages)
[ "${kept:-0}" -ge 1 ] || fault "no passage was stored"
echo "   passages: $kept"

step "who may touch the kiosk's data"
refuse 'sudo gatehouse doctor' in_root runuser -u nobody -- gatehouse doctor
expect 'sure' in_root sh -c "cp /root/picture.* /tmp/ && cd /tmp && runuser -u nobody -- gatehouse read /tmp/picture.${picture##*.}"

refuse 'not part of' in_root gatehouse central

step "upgrade, with a change of the tables"
repack 99.1 'ALTER TABLE passage ADD COLUMN test_wheels INT;'
expect 'bringing the data to this version' in_root apt-get -y install /root/gatehouse_99.1.deb
expect 'Gatehouse 99.1' in_root gatehouse --version
[ "$(passages)" = "$kept" ] || fault "passages were lost: $(passages) of $kept"
expect 'before-upgrade-' in_root ls /var/lib/gatehouse/backup

step "the older program on the newer data, without a rollback"
in_root dpkg --install /root/gatehouse.deb >"$work/out" 2>&1 || { cat "$work/out"; fault "downgrade"; }
refuse 'written by a newer Gatehouse' in_root gatehouse doctor --camera demo:

step "rollback"
expect "Gatehouse $first is installed" in_root gatehouse-rollback /root/gatehouse.deb
[ "$(passages)" = "$kept" ] || fault "passages were lost: $(passages) of $kept"

step "an upgrade whose change fails"
repack 99.2 'ALTER TABLE passage ADD COLUMN test_wheels INT; DROP TABLE no_such_table;'
refuse 'the data is as it was' in_root apt-get -y install /root/gatehouse_99.2.deb
expect "Gatehouse $first is installed" in_root gatehouse-rollback /root/gatehouse.deb
[ "$(passages)" = "$kept" ] || fault "passages were lost: $(passages) of $kept"

step "remove and install again"
expect 'stay in /var/lib/gatehouse' in_root apt-get -y remove gatehouse
in_root test -e /opt/gatehouse/bin && fault "the program is still there"
expect 'Setting up gatehouse' in_root apt-get -y --no-install-recommends install /root/gatehouse.deb
[ "$(passages)" = "$kept" ] || fault "passages were lost: $(passages) of $kept"

step "purge"
expect 'Purging' in_root apt-get -y purge gatehouse
for gone in /var/lib/gatehouse /var/cache/gatehouse /opt/gatehouse /etc/gatehouse; do
    in_root test -e "$gone" && fault "$gone is still there"
done
in_root getent passwd gatehouse && fault "the user is still there"
echo "all of it works: $(basename "$deb")"
