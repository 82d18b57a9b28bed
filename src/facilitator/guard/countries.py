"""Countries as English writes them: names; adjectives; peoples; cities that stand for them.

One line a code of ISO 3166-1 (and XK): fields parted by semicolons, forms by slashes. Where
the third field is empty the people are the adjective with an s. A line that is indented goes
on the one before it.
"""

from __future__ import annotations

COUNTRIES = """
AD Andorra;Andorran;;
AE United Arab Emirates/UAE/Emirates;Emirati;;Abu Dhabi/Dubai
AF Afghanistan;Afghan;;Kabul/Kandahar/Herat
AG Antigua and Barbuda/Antigua;Antiguan;;
AI Anguilla;Anguillan;;
AL Albania;Albanian;;Tirana
AM Armenia;Armenian;;Yerevan
AO Angola;Angolan;;Luanda
AQ Antarctica;;;
AR Argentina;Argentine/Argentinian;;Buenos Aires
AS American Samoa;American Samoan;;
AT Austria;Austrian;;Vienna
AU Australia;Australian/Aussie;;Canberra/Sydney
AW Aruba;Aruban;;
AX Aland Islands/Aland;;;
AZ Azerbaijan;Azerbaijani/Azeri;;Baku
BA Bosnia and Herzegovina/Bosnia-Herzegovina/Bosnia;Bosnian;;Sarajevo/Banja Luka
BB Barbados;Barbadian/Bajan;;Bridgetown
BD Bangladesh;Bangladeshi;;Dhaka
BE Belgium;Belgian;;Brussels
BF Burkina Faso;Burkinabe;Burkinabe;Ouagadougou
BG Bulgaria;Bulgarian;;Sofia
BH Bahrain;Bahraini;;Manama
BI Burundi;Burundian;;Bujumbura/Gitega
BJ Benin;Beninese;Beninese;Cotonou
BL Saint Barthelemy;;;
BM Bermuda;Bermudian;;
BN Brunei;Bruneian;;
BO Bolivia;Bolivian;;La Paz
BQ Bonaire;;;
BR Brazil;Brazilian;;Brasilia/Sao Paulo/Rio de Janeiro
BS Bahamas;Bahamian;;Nassau
BT Bhutan;Bhutanese;Bhutanese;Thimphu
BV Bouvet Island;;;
BW Botswana;Botswanan/Motswana;Batswana;Gaborone
BY Belarus;Belarusian/Belarussian;;Minsk
BZ Belize;Belizean;;Belmopan
CA Canada;Canadian;;Ottawa/Toronto/Montreal
CC Cocos Islands;;;
CD Democratic Republic of the Congo/DRC/DR Congo;Congolese;Congolese;Kinshasa
CF Central African Republic;Central African;;Bangui
CG Republic of the Congo/Congo;Congolese;Congolese;Brazzaville
CH Switzerland;Swiss;Swiss;Bern/Geneva/Zurich/Basel
CI Ivory Coast/Cote d'Ivoire;Ivorian;;Abidjan/Yamoussoukro
CK Cook Islands;;Cook Islanders/Cook Islander;
CL Chile;Chilean;;
CM Cameroon;Cameroonian;;Yaounde
CN China/People's Republic of China/PRC;Chinese;Chinese;Beijing/Shanghai
CO Colombia;Colombian;;Bogota
CR Costa Rica;Costa Rican;;San Jose
CU Cuba;Cuban;;Havana
CV Cape Verde/Cabo Verde;Cape Verdean;;
CW Curacao;Curacaoan;;
CX Christmas Island;;;
CY Cyprus;Cypriot/Greek Cypriot/Turkish Cypriot;;Nicosia/Larnaca
CZ Czech Republic/Czechia;Czech;;Prague
DE Germany/Federal Republic of Germany;German;;Berlin/Frankfurt/Munich/Bonn
DJ Djibouti;Djiboutian;;
DK Denmark;Danish;Danes/Dane;Copenhagen
DM Dominica;;;
DO Dominican Republic;Dominican;;Santo Domingo
DZ Algeria;Algerian;;Algiers
EC Ecuador;Ecuadorian/Ecuadorean;;Quito
EE Estonia;Estonian;;Tallinn
EG Egypt;Egyptian;;Cairo
EH Western Sahara;Sahrawi;;
ER Eritrea;Eritrean;;Asmara
ES Spain;Spanish;Spaniards/Spaniard;Madrid/Barcelona
ET Ethiopia;Ethiopian;;Addis Ababa
FI Finland;Finnish;Finns/Finn;Helsinki
FJ Fiji;Fijian;;Suva
FK Falkland Islands/Falklands;;Falkland Islanders/Falkland Islander;
FM Micronesia;Micronesian;;
FO Faroe Islands/Faroes;Faroese;Faroese;Torshavn
FR France;French;French/Frenchman/Frenchwoman/Frenchmen;Paris/Strasbourg
GA Gabon;Gabonese;Gabonese;Libreville
GB United Kingdom/UK/Britain/Great Britain/England/Scotland/Wales;British/English/Scottish/Welsh;
  British/Britons/Briton/Brits/Brit/Scots/Scot/Englishman;London/Edinburgh
GD Grenada;Grenadian;;
GE Georgia;Georgian;;Tbilisi
GF French Guiana;French Guianese;French Guianese;
GG Guernsey;;;
GH Ghana;Ghanaian;;Accra
GI Gibraltar;Gibraltarian;;
GL Greenland;Greenlandic;Greenlanders/Greenlander;Nuuk
GM Gambia;Gambian;;Banjul
GN Guinea;Guinean;;Conakry
GP Guadeloupe;;;
GQ Equatorial Guinea;Equatorial Guinean;;Malabo
GR Greece/Hellenic Republic;Greek;;Athens
GS South Georgia;;;
GT Guatemala;Guatemalan;;Guatemala City
GU Guam;Guamanian;;
GW Guinea-Bissau;Bissau-Guinean;;Bissau
GY Guyana;Guyanese;Guyanese;
HK Hong Kong;Hong Kong;Hongkongers/Hongkonger;
HM Heard Island;;;
HN Honduras;Honduran;;Tegucigalpa
HR Croatia;Croatian;Croats/Croat;Zagreb
HT Haiti;Haitian;;Port-au-Prince
HU Hungary;Hungarian;;Budapest
ID Indonesia;Indonesian;;Jakarta
IE Ireland;Irish;Irish/Irishman/Irishwoman;Dublin
IL Israel;Israeli;;Jerusalem/Tel Aviv
IM Isle of Man;Manx;Manx;
IN India;Indian;;New Delhi/Delhi/Mumbai
IO British Indian Ocean Territory;;;
IQ Iraq;Iraqi;;Baghdad/Basra/Erbil
IR Iran/Islamic Republic of Iran;Iranian;;Tehran
IS Iceland;Icelandic;Icelanders/Icelander;Reykjavik
IT Italy;Italian;;Rome/Milan
JE Jersey;;;
JM Jamaica;Jamaican;;
JO Jordan;Jordanian;;Amman
JP Japan;Japanese;Japanese;Tokyo/Osaka
KE Kenya;Kenyan;;Nairobi/Mombasa
KG Kyrgyzstan/Kyrgyz Republic;Kyrgyz;Kyrgyz;Bishkek
KH Cambodia;Cambodian/Khmer;;Phnom Penh
KI Kiribati;I-Kiribati;;
KM Comoros;Comorian;;
KN Saint Kitts and Nevis;Kittitian;;
KP North Korea/DPRK;North Korean;;Pyongyang
KR South Korea/Republic of Korea/ROK/Korea;South Korean/Korean;;Seoul/Busan
KW Kuwait;Kuwaiti;;
KY Cayman Islands;Caymanian;;
KZ Kazakhstan;Kazakh/Kazakhstani;;Astana/Almaty
LA Laos;Lao/Laotian;;Vientiane
LB Lebanon;Lebanese;Lebanese;Beirut
LC Saint Lucia;Saint Lucian;;
LI Liechtenstein;Liechtenstein;Liechtensteiners/Liechtensteiner;Vaduz
LK Sri Lanka;Sri Lankan;;Colombo
LR Liberia;Liberian;;Monrovia
LS Lesotho;Basotho;Basotho;Maseru
LT Lithuania;Lithuanian;;Vilnius
LU Luxembourg;Luxembourgish/Luxembourg;Luxembourgers/Luxembourger;
LV Latvia;Latvian;;Riga
LY Libya;Libyan;;Tripoli/Benghazi
MA Morocco;Moroccan;;Rabat/Casablanca
MC Monaco;Monegasque;;
MD Moldova;Moldovan;;Chisinau
ME Montenegro;Montenegrin;;Podgorica
MF Saint Martin;;;
MG Madagascar;Malagasy;Malagasy;Antananarivo
MH Marshall Islands;Marshallese;Marshallese;
MK North Macedonia/Macedonia;Macedonian/North Macedonian;;Skopje
ML Mali;Malian;;Bamako
MM Myanmar/Burma;Burmese/Myanmar;Burmese;Yangon/Naypyidaw
MN Mongolia;Mongolian/Mongol;;Ulaanbaatar
MO Macau/Macao;Macanese;Macanese;
MP Northern Mariana Islands;;;
MQ Martinique;Martinican;;
MR Mauritania;Mauritanian;;Nouakchott
MS Montserrat;;;
MT Malta;Maltese;Maltese;Valletta
MU Mauritius;Mauritian;;Port Louis
MV Maldives;Maldivian;;
MW Malawi;Malawian;;Lilongwe
MX Mexico;Mexican;;Mexico City
MY Malaysia;Malaysian;;Kuala Lumpur/Putrajaya
MZ Mozambique;Mozambican;;Maputo
NA Namibia;Namibian;;Windhoek
NC New Caledonia;New Caledonian;;Noumea
NE Niger;Nigerien;;Niamey
NF Norfolk Island;;;
NG Nigeria;Nigerian;;Abuja/Lagos
NI Nicaragua;Nicaraguan;;Managua
NL Netherlands/Holland;Dutch;Dutch/Dutchman/Dutchwoman;The Hague/Amsterdam
NO Norway;Norwegian;;Oslo/Tromso/Bergen
NP Nepal;Nepali/Nepalese;;Kathmandu
NR Nauru;Nauruan;;
NU Niue;Niuean;;
NZ New Zealand;New Zealand/Kiwi;New Zealanders/New Zealander/Kiwis;Auckland
OM Oman;Omani;;Muscat
PA Panama;Panamanian;;Panama City
PE Peru;Peruvian;;Lima
PF French Polynesia;French Polynesian;;
PG Papua New Guinea/PNG;Papua New Guinean;;Port Moresby
PH Philippines;Philippine/Filipino/Filipina;Filipinos/Filipinas;Manila
PK Pakistan;Pakistani;;Islamabad/Karachi/Lahore
PL Poland;Polish;Poles/Pole;Warsaw/Krakow
PM Saint Pierre and Miquelon;;;
PN Pitcairn;;;
PR Puerto Rico;Puerto Rican;;
PS Palestine/Palestinian Territories;Palestinian;;Ramallah/Gaza
PT Portugal;Portuguese;Portuguese;Lisbon
PW Palau;Palauan;;
PY Paraguay;Paraguayan;;Asuncion
QA Qatar;Qatari;;Doha
RE Reunion Island;;;
RO Romania;Romanian;;Bucharest
RS Serbia;Serbian;Serbs/Serb;Belgrade
RU Russia/Russian Federation;Russian;;Moscow/St Petersburg/Vladivostok
RW Rwanda;Rwandan;;Kigali
SA Saudi Arabia/Kingdom of Saudi Arabia/KSA;Saudi/Saudi Arabian;;Riyadh/Jeddah
SB Solomon Islands;;Solomon Islanders/Solomon Islander;Honiara
SC Seychelles;Seychellois;Seychellois;
SD Sudan;Sudanese;Sudanese;Khartoum/Port Sudan
SE Sweden;Swedish;Swedes/Swede;Stockholm
SG Singapore;Singaporean;;
SH Saint Helena;;;
SI Slovenia;Slovenian/Slovene;;Ljubljana
SJ Svalbard;;;
SK Slovakia;Slovak/Slovakian;;Bratislava
SL Sierra Leone;Sierra Leonean;;Freetown
SM San Marino;Sammarinese;Sammarinese;
SN Senegal;Senegalese;Senegalese;Dakar
SO Somalia;Somali/Somalian;;Mogadishu/Hargeisa
SR Suriname;Surinamese;Surinamese;
SS South Sudan;South Sudanese;South Sudanese;Juba
ST Sao Tome and Principe;Sao Tomean;;
SV El Salvador;Salvadoran/Salvadorean;;San Salvador
SX Sint Maarten;;;
SY Syria;Syrian;;Damascus/Aleppo
SZ Eswatini/Swaziland;Swazi;;
TC Turks and Caicos Islands;;;
TD Chad;Chadian;;N'Djamena
TF French Southern Territories;;;
TG Togo;Togolese;Togolese;Lome
TH Thailand;Thai;;Bangkok
TJ Tajikistan;Tajik/Tajikistani;;Dushanbe
TK Tokelau;;;
TL Timor-Leste/East Timor;Timorese/East Timorese;Timorese;Dili
TM Turkmenistan;Turkmen;Turkmen;Ashgabat
TN Tunisia;Tunisian;;Tunis
TO Tonga;Tongan;;
TR Turkey/Turkiye;Turkish;Turks/Turk;Ankara/Istanbul
TT Trinidad and Tobago/Trinidad;Trinidadian;;
TV Tuvalu;Tuvaluan;;
TW Taiwan;Taiwanese;Taiwanese;Taipei
TZ Tanzania;Tanzanian;;Dodoma/Dar es Salaam
UA Ukraine;Ukrainian;;Kyiv/Kiev/Kharkiv/Odesa
UG Uganda;Ugandan;;Kampala
UM United States Minor Outlying Islands;;;
US United States/United States of America/US/USA/America/U.S.;American/US;
  Americans/American;Washington/New York/Washington DC
UY Uruguay;Uruguayan;;Montevideo
UZ Uzbekistan;Uzbek/Uzbekistani;;Tashkent/Samarkand
VA Holy See/Vatican;Vatican;;
VC Saint Vincent and the Grenadines;Vincentian;;
VE Venezuela;Venezuelan;;Caracas
VG British Virgin Islands;;;
VI US Virgin Islands;;;
VN Vietnam/Viet Nam;Vietnamese;Vietnamese;Hanoi/Ho Chi Minh City
VU Vanuatu;Ni-Vanuatu/Vanuatuan;;Port Vila
WF Wallis and Futuna;;;
WS Samoa;Samoan;;Apia
XK Kosovo;Kosovar/Kosovan;;Pristina
YE Yemen;Yemeni;;Sanaa/Sana'a/Aden
YT Mayotte;;;
ZA South Africa;South African;;Pretoria/Johannesburg/Cape Town
ZM Zambia;Zambian;;Lusaka
ZW Zimbabwe;Zimbabwean;;Harare
"""

REGIONS = """
European/Europe; AD AL AT BA BE BG BY CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU
  LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM UA XK
Western/West; AT AU BE CA CH DE DK ES FI FR GB GR IE IS IT LU NL NO NZ PT SE US
African/Africa; AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS
  LY MA MG ML MR MU MW MZ NA NE NG RW SC SD SL SN SO SS ST SZ TD TG TN TZ UG ZA ZM ZW
East African/East Africa; BI DJ ER ET KE RW SO SS TZ UG
West African/West Africa; BF BJ CI CV GH GM GN GW LR ML MR NE NG SL SN TG
Asian/Asia; AF BD BN BT CN HK ID IN JP KG KH KP KR KZ LA LK MM MN MO MV MY NP PH PK SG TH TJ TL
  TM TW UZ VN
Central Asian/Central Asia; KG KZ TJ TM UZ
South Asian/South Asia; AF BD BT IN LK MV NP PK
East Asian/East Asia; CN HK JP KP KR MN MO TW
Southeast Asian/South-East Asian/Southeast Asia/ASEAN; BN ID KH LA MM MY PH SG TH TL VN
Middle Eastern/Middle East; AE BH CY EG IL IQ IR JO KW LB OM PS QA SA SY TR YE
Arab; AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE
Gulf; AE BH KW OM QA SA
Nordic; DK FI FO GL IS NO SE AX
Scandinavian/Scandinavia; DK NO SE
Baltic; EE LT LV
Balkan/Balkans/Western Balkan; AL BA BG GR HR ME MK RS SI XK
Caucasian/Caucasus/South Caucasus; AM AZ GE
Latin American/Latin America; AR BO BR CL CO CR CU DO EC GT HN MX NI PA PE PR PY SV UY VE
South American/South America; AR BO BR CL CO EC GY PE PY SR UY VE
Antipodean/Antipodes; AU NZ
North American/North America; CA MX US
Caribbean; AG BB BS CU DM DO GD HT JM KN LC TT VC
Pacific/Oceania; AU CK FJ FM KI MH NC NR NU NZ PF PG PW SB TO TV VU WS
Northern European/Northern Europe; DK EE FI IE IS LT LV NO SE GB
Southern European/Southern Europe; CY ES GR HR IT MT PT SI
Eastern European/Eastern Europe; BG BY CZ HU MD PL RO RU SK UA
Central European/Central Europe; AT CH CZ DE HU PL SI SK
Western European/Western Europe; AT BE CH DE FR GB IE LU NL
North African/North Africa; DZ EG LY MA SD TN
Southern African/Southern Africa; AO BW LS MW MZ NA SZ ZA ZM ZW
Central American/Central America; BZ CR GT HN NI PA SV
Sahelian/Sahel; BF ML MR NE SN TD
Melanesian/Melanesia; FJ NC PG SB VU
Polynesian/Polynesia; CK NU PF TO TV WS
Andean; AR BO CL CO EC PE VE
Benelux; BE LU NL
Mediterranean; CY DZ EG ES FR GR IL IT LB LY MA MT SY TN TR
Iberian/Iberia; ES PT
Maghrebi/Maghreb; DZ LY MA MR TN
Levantine/Levant; IL JO LB PS SY
"""
"""What lies in a region; a line that is indented goes on the one before it."""

PEOPLES = """
Sami/Saami; NO SE FI RU
Kurdish/Kurd; TR IQ IR SY
Inuit; CA GL US RU
Palestinian; PS IL JO
Roma; BG CZ HU RO RS SK
Basque; ES FR
Catalan; ES
Uyghur/Uighur; CN
Tibetan; CN
Tuareg; ML NE DZ BF LY
Rohingya; MM BD
Tatar; RU UA
Chechen; RU
Maori; NZ
Hazara; AF
Pashtun; AF PK
Baloch/Baluch; PK IR AF
Tamil; LK IN MY SG
Flemish/Walloon; BE
Quebecois; CA
Abkhaz/Abkhazian/Ossetian; GE
Bosniak; BA RS ME
Francophone/Anglophone; CM CA CD CI SN ML NE BF
"""
"""Peoples of no one country, as adjectives, with the countries they live in."""
