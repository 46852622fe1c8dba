#!/bin/sh
# Proves the package for the Raspberry Pi on another machine: makes a bare Debian for arm64, builds the package in it with the
# script that builds it on a Pi, installs it there, and runs doctor, every reader, and the kiosk with a screenshot, all under
# qemu's emulation of the processor. Takes an hour or two; it shows that all of it works, not how fast.
#   sudo installer/prove-arm64.sh [--root DIR] [--out DIR]
# DIR is kept between runs. Needs root, debootstrap, qemu-user-static, JDK 25 and Maven's wrapper for the jars, a mirror.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$(readlink -f -- "$0")")" && pwd)
repository=$(dirname -- "$here")
root=/var/tmp/gatehouse-arm64
out=$repository/target/arm64
while [ $# -gt 0 ]; do
    case $1 in
        --root) root=$2 ;;
        --out) out=$2 ;;
        *) echo "unknown option $1" >&2; exit 2 ;;
    esac
    shift 2
done
[ "$(id -u)" = 0 ] || { echo "prove-arm64: as root" >&2; exit 2; }
qemu=/usr/bin/qemu-aarch64-static
[ -x $qemu ] || { echo "prove-arm64: apt install qemu-user-static debootstrap" >&2; exit 2; }
mkdir -p "$out"
out=$(readlink -f -- "$out")

step() { echo "== $(date +%H:%M:%S) $*"; }
in_root() {
    chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
        TRAINING_LIMIT=3000 TRAINING_FRAMES=20 TRAINING_CAMERA='demo:?size=320x240&fps=1' DEB_LEVEL=3 "$@"
}
trap 'umount "$root/proc" 2>/dev/null || true' EXIT

# arm64 programs go to qemu, which the kernel keeps open (F): it need not be in the root
binfmt=/proc/sys/fs/binfmt_misc
mountpoint -q $binfmt || mount -t binfmt_misc binfmt_misc $binfmt
if ! grep -qs 'interpreter.*aarch64' $binfmt/*; then
    printf '%s' ":gatehouse-arm64:M::\\x7fELF\\x02\\x01\\x01\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x02\\x00\\xb7\\x00:\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\x00\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xfe\\xff\\xff\\xff:$qemu:F" >$binfmt/register
fi

if [ ! -x "$root/usr/bin/apt-get" ]; then
    step "debootstrap of Debian 13 for arm64"
    debootstrap --arch=arm64 --variant=minbase --include=ca-certificates trixie "$root" >"$out/debootstrap.log" 2>&1 || { tail "$out/debootstrap.log"; exit 1; }
fi
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
# no /sys: it would tell of this machine's processor, on which the networks' runtime falls over when it believes to be an arm64
cp /etc/resolv.conf "$root/etc/resolv.conf"
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
chmod +x "$root/usr/sbin/policy-rc.d"
cat >"$root/etc/apt/sources.list" <<'SOURCES'
deb http://deb.debian.org/debian trixie main
deb http://deb.debian.org/debian trixie-updates main
deb http://deb.debian.org/debian-security trixie-security main
SOURCES

if ! in_root sh -c 'command -v jlink objcopy' >/dev/null 2>&1; then
    step "JDK 25 and binutils for arm64"
    in_root sh -c 'apt-get -qq update && apt-get -qq -y --no-install-recommends install openjdk-25-jdk-headless binutils fontconfig fonts-dejavu-core libfreetype6 libpangoft2-1.0-0 libva2 libva-drm2' >"$out/apt.log" 2>&1 || { tail "$out/apt.log"; exit 1; }
fi

step "jars for arm64"
rm -rf "$root/stage" "$root/source"
"$here/build-deb.sh" --stage "$root/stage" --arch arm64
mkdir -p "$root/source"
cp -a "$here" "$repository/LICENSE" "$root/source/"

step "the package, built in there"
in_root /source/installer/build-deb.sh --jars /stage --out /package
cp "$root"/package/gatehouse_*_arm64.deb "$out/"

step "install"
in_root sh -c 'apt-get -qq update; apt-get -qq -y --no-install-recommends install /package/gatehouse_*_arm64.deb' >"$out/install.log" 2>&1 || { tail "$out/install.log"; exit 1; }
in_root gatehouse --version

step "doctor"
in_root gatehouse doctor --camera demo:

step "read, by every reader"
cp "$repository/docs/screens/exit-1280x720-vi.png" "$root/root/picture.png"
in_root gatehouse read --third-voice /root/picture.png
for reader in gatehouse nets ppocr tesseract; do
    echo "$reader:"
    in_root gatehouse read --reader $reader /root/picture.png
done

step "the kiosk without a screen"
in_root gatehouse kiosk --headless --camera 'demo:?size=320x240&fps=1&speed=0.1' --auto-confirm --frames 20

step "the kiosk with its screen drawn into memory, and a picture of it"
in_root env JAVA_TOOL_OPTIONS='-Dglass.platform=Headless -Dprism.order=sw' \
    gatehouse kiosk --camera 'demo:?size=640x360&fps=1&speed=0.1' --frames 20 --screenshot /var/lib/gatehouse/screen.png
cp "$root/var/lib/gatehouse/screen.png" "$out/"
grep -h 'first window' "$root/var/lib/gatehouse/logs/gatehouse.log" | tail -n 1

step "all of it works; the package and screen.png are in $out"
