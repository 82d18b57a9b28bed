"""Whose language it is that somebody speaks, as English names languages: data for `portrait`.

A line has the language's names and the countries where people speak it in public. English is
not here: everybody in such a room speaks it.
"""

from __future__ import annotations

_LANGUAGES = """
french: FR BE CH CA LU MC HT CI SN ML BF NE BJ TG GN CM GA CG CD CF TD DJ MG KM BI RW TN DZ MA
spanish castilian: ES MX AR BO CL CO CR CU DO EC GT HN NI PA PE PR PY SV UY VE GQ
portuguese: PT BR AO MZ CV GW ST TL
arabic: AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE TD
german: DE AT CH LI LU BE
russian: RU BY KZ KG UA TJ UZ TM MD AM
chinese mandarin: CN TW SG
cantonese: HK CN
persian farsi: IR AF TJ
dari pashto: AF
tajik: TJ
urdu: PK IN
hindi: IN
bengali bangla: BD IN
swahili kiswahili: TZ KE UG CD
amharic: ET
tigrinya: ER ET
somali: SO DJ ET KE
turkish: TR CY
dutch: NL BE SR
flemish: BE
greek: GR CY
korean: KR KP
japanese: JP
italian: IT CH
swedish: SE FI
finnish: FI
danish: DK GL FO
norwegian: NO
icelandic: IS
greenlandic: GL
polish: PL
czech: CZ
hungarian: HU RO SK
romanian: RO MD
bulgarian: BG
serbian: RS BA ME XK
croatian: HR BA
bosnian: BA
albanian: AL XK MK
macedonian: MK
slovene slovenian: SI
ukrainian: UA
georgian: GE
armenian: AM
azeri azerbaijani: AZ
kazakh: KZ
kyrgyz: KG
uzbek: UZ
turkmen: TM
mongolian: MN
hebrew: IL
malay: MY SG BN
indonesian: ID
vietnamese: VN
thai: TH
khmer: KH
burmese: MM
tagalog filipino: PH
nepali: NP
sinhala: LK
tamil: LK IN SG
latvian: LV
lithuanian: LT
estonian: EE
irish gaelic: IE
maltese: MT
afrikaans zulu xhosa: ZA
yoruba igbo hausa: NG
kinyarwanda: RW
quechua: PE BO EC
guarani: PY
"""

LANGUAGES = {
    name: frozenset(codes.split())
    for line in _LANGUAGES.strip().splitlines()
    for names, _, codes in (line.partition(":"),)
    for name in names.split()
}
"""The countries of each language, by its name in small letters."""
