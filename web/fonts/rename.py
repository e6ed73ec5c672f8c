"""Gives a subset font its own name and writes it as OUT.ttf and OUT.woff2.

Usage: rename.py SUBSET.ttf FAMILY WEIGHT OUT, with WEIGHT 400 or 600.

"Plex" is a Reserved Font Name under the SIL Open Font License 1.1, and a subset is a Modified Version,
which must not carry it. Copyright (name 0), licence (13) and its address (14) stay as they are.
"""

import sys

from fontTools.ttLib import TTFont

source, family, weight, out = sys.argv[1:]
style = {"400": "Regular", "600": "SemiBold"}[weight]
full = family if style == "Regular" else f"{family} {style}"
postscript = family.replace(" ", "") + "-" + style

font = TTFont(source, recalcTimestamp=False)
names = font["name"]
version = names.getDebugName(5).removeprefix("Version ")
for id, text in {
    1: full,
    2: "Regular",
    3: f"{version};{postscript}",
    4: full,
    6: postscript,
    16: family,
    17: style,
}.items():
    names.setName(text, id, 3, 1, 0x409)

# Without hinting instructions, smooth in both directions at every size.
font["gasp"].gaspRange = {0xFFFF: 0x000F}
# The vendor of the original does not answer for the subset.
font["OS/2"].achVendID = "    "

font.save(out + ".ttf")
font.flavor = "woff2"
font.save(out + ".woff2")
