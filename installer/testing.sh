# shellcheck shell=sh
# What the scripts that try the package out have in common. Sourced; wants $root (a bare Debian), $work (a folder of their own)
# and $deb (the package).
: "${root:?}" "${work:?}" "${deb:?}"

in_root() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
fault() { echo "FAULT $*"; exit 1; }
step() { echo "== $*"; }
# expect TEXT COMMAND…: it succeeds and its output has the text
expect() {
    text=$1
    shift
    if ! "$@" >"$work/out" 2>&1; then sed 's/^/   /' "$work/out"; fault "$*"; fi
    grep -q -e "$text" "$work/out" || { sed 's/^/   /' "$work/out"; fault "$*: no \"$text\""; }
    grep -e "$text" "$work/out" | head -n 3 | sed 's/^/   /'
}
refuse() {
    text=$1
    shift
    if "$@" >"$work/out" 2>&1; then sed 's/^/   /' "$work/out"; fault "should fail: $*"; fi
    grep -q -e "$text" "$work/out" || { sed 's/^/   /' "$work/out"; fault "$*: no \"$text\""; }
    grep -e "$text" "$work/out" | head -n 1 | cut -c1-220 | sed 's/^/   /'
}

# Makes $root a bare Debian, if it is none yet
bare_debian() {
    [ -x "$root/usr/bin/apt-get" ] && return
    step "debootstrap $1"
    debootstrap --variant=minbase --include=ca-certificates "$1" "$root" >"$work/debootstrap.log" 2>&1 || { tail "$work/debootstrap.log"; exit 1; }
}

# repack VERSION [MIGRATION]: the same package as another version, with one more change of the tables
repack() {
    rm -rf "$work/repack"
    dpkg-deb --raw-extract "$deb" "$work/repack"
    sed -i "s|^Version: .*|Version: $1|" "$work/repack/DEBIAN/control"
    sed -i "s|-Dgatehouse.version=.*|-Dgatehouse.version=$1|" "$work/repack/opt/gatehouse/lib/app/gatehouse.cfg"
    if [ -n "${2:-}" ]; then
        mkdir -p "$work/change/db/kiosk"
        printf '%s\n' "$2" >"$work/change/db/kiosk/V99__test.sql"
        (cd "$work/change" && python3 -c 'import sys, zipfile; zipfile.ZipFile(sys.argv[1], "a").write("db/kiosk/V99__test.sql")' \
            "$work/repack/opt/gatehouse/lib/app/gatehouse.jar")
    fi
    dpkg-deb --root-owner-group -Zzstd -z1 --build "$work/repack" "$root/root/gatehouse_$1.deb" >/dev/null
}
