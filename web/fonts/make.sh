#!/bin/sh
# Makes the four fonts of this folder, each as .woff2 and .ttf, from IBM Plex Sans. See README.md, "Making the files again".
# Needs: npm (to fetch two pinned packages), Python 3 with fontTools and brotli, sha256sum.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-python3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# fetch PACKAGE VERSION SHA256: a pinned package, unpacked in its own folder.
fetch() {
	archive=$(npm pack --silent "@ibm/$1@$2")
	echo "$3  $archive" | sha256sum --check --quiet
	mkdir "$1"
	tar -xzf "$archive" -C "$1"
}
fetch plex-sans 1.1.0 c3818979c2a2c82927ea3e7c485e389a18de0b7462887dd4f7acc9a525568962
fetch plex-sans-arabic 1.1.0 71ad7bc2d0cacebb1dfa7065603dfa0287b2b90c7c56023344e1da82b1766ddb

# subset SOURCE CHARACTERS FEATURES FAMILY WEIGHT NAME
subset() {
	"$python" -m fontTools.subset "$1" --unicodes-file="$2" --layout-features="$3" \
		--name-IDs=0,1,2,3,4,5,6,13,14 --no-hinting --no-recalc-timestamp --output-file=subset.ttf
	"$python" "$here/rename.py" subset.ttf "$4" "$5" "$here/$6"
}

latin=plex-sans/package/fonts/complete/woff2/IBMPlexSans
arabic=plex-sans-arabic/package/fonts/complete/woff2/IBMPlexSansArabic
joining=ccmp,locl,init,medi,fina,rlig,calt,kern,mark,mkmk

subset "$latin-Regular.woff2" "$here/latin.txt" kern "Open Cases Sans" 400 open-cases-sans-400
subset "$latin-SemiBold.woff2" "$here/latin.txt" kern "Open Cases Sans" 600 open-cases-sans-600
subset "$arabic-Regular.woff2" "$here/arabic.txt" "$joining" "Open Cases Sans Arabic" 400 open-cases-sans-arabic-400
subset "$arabic-SemiBold.woff2" "$here/arabic.txt" "$joining" "Open Cases Sans Arabic" 600 open-cases-sans-arabic-600

cp plex-sans/package/LICENSE.txt "$here/OFL.txt"
ls -l "$here"/*.woff2 "$here"/*.ttf
