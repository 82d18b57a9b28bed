"""Kinds of people by their work, as English tells them: data for `crowd` and `inference`.

A line has the words that tell the kind of a speaker; the words of an office or a style that
make somebody surely of that kind; those of an affiliation that do; and words of either that
make it possible. Where anybody on the roster is surely of a kind, the others are not meant.
"""

from __future__ import annotations

from typing import NamedTuple


class Kind(NamedTuple):
    """A kind of people and its words; see above."""

    told: str
    office: str
    body: str
    possible: str


KINDS = (
    Kind(
        "military general colonel admiral soldier army navy commander brigadier lieutenant officer "
        "captain naval marshal veteran major uniform mariner airman sailor submariner commandant "
        "officers soldiers",
        "general gen lt maj colonel col admiral adm brigadier brig commander captain capt major "
        "marshal lieutenant army navy naval force forces staff",
        "army navy naval forces",
        "air military defence defense retd war force",
    ),
    Kind(
        "ambassador diplomat envoy embassy consul attache diplomatic negotiator diplomats "
        "ambassadors negotiators emissary foreign_service",
        "ambassador amb envoy consul attache representative negotiator commissioner",
        "embassy",
        "diplomat foreign permanent mission external diplomatic minister special high",
    ),
    Kind(
        "academic professor scholar university universities academia lecturer postdoc dean "
        "academics professors scholars",
        "professor prof lecturer dean rector",
        "university universite universidad universitat college",
        "dr academy school institute faculty fellow research researcher studies scholar centre "
        "center",
    ),
    Kind(
        "researcher historian scientist fellow researchers scientists",
        "researcher scientist professor prof scholar",
        "university institute research centre center academy laboratory",
        "dr school faculty fellow studies",
    ),
    Kind(
        "think-tank think_tank think tank think-tanks think_tanks",
        "fellow",
        "institute centre center forum foundation council stiftung studies institut instituto",
        "circle project trust laboratory lab initiative group academy policy",
    ),
    Kind(
        "journalist editor reporter daily media newspaper columnist broadcaster press "
        "correspondent journalists editors newsroom",
        "journalist editor reporter correspondent columnist",
        "news times post press herald tribune broadcasting tv radio journal",
        "media",
    ),
    Kind(
        "banker bank finance financier banking monetary_authority monetary central_banker bankers "
        "central_bankers central_bank central_banks banks",
        "banker governor",
        "bank banco banque banca reserve monetary bankers banking bundesbank riksbank",
        "treasury finance deputy",
    ),
    Kind(
        "ngo activist campaigner humanitarian charity civil_society aid aid_worker ngos relief "
        "campaigners activists humanitarians",
        "advocacy activist campaigner humanitarian",
        "ngo care oxfam cross crescent relief aid advocacy humanitarian rights amnesty watch "
        "charity action save mercy alliance",
        "foundation society network women civil country",
    ),
    Kind(
        "parliamentarian lawmaker legislator senator mp mep parliament congressman congresswoman "
        "parliamentarians lawmakers legislators peer upper_house lower_house",
        "mp mep senator parliament lord baroness congressman congresswoman",
        "parliament congress senate assembly lords commons knesset duma majlis",
        "member am msp deputy",
    ),
    Kind(
        "treasury treasuries finance_ministry finance_ministries exchequer",
        "",
        "treasury finance exchequer",
        "",
    ),
    Kind("minister cabinet ministers secretary_of_state", "minister", "", "secretary cabinet"),
    Kind(
        "lawyer jurist judge legal barrister attorney lawyers judges jurists",
        "lawyer legal judge justice attorney counsel barrister jurist",
        "law legal court chambers",
        "",
    ),
    Kind(
        "businessman businesswoman executive entrepreneur industrialist industry company "
        "companies firm vendor vendors private_sector manufacturer operator investor "
        "chip_maker shipbuilder supplier business_side business_people business_community "
        "business_leader business_world",
        "ceo founder chairman owner",
        "company corp corporation inc ltd gmbh ag plc sa oy ab systems technologies industries "
        "telecom energy oil gas shipping capital holdings partners electronics",
        "executive group director engineer architect",
    ),
    Kind(
        "official bureaucrat civil_servant ministry government technocrat governments officials "
        "civil_servants",
        "",
        "ministry department government",
        "office agency secretariat minister deputy director commission bank authority council "
        "adviser advisor ambassador",
    ),
    Kind(
        "regulator inspector inspectorate supervisor watchdog regulators inspectors supervisors",
        "inspector supervision supervisory regulation",
        "regulatory regulation inspectorate supervisory supervision safety safeguards authority",
        "agency commission office bank",
    ),
    Kind(
        "engineer engineers",
        "engineer eng ing dipl architect",
        "engineering",
        "technical",
    ),
    Kind("economist economists", "economist economics", "", "economic bank monetary finance"),
    Kind(
        "united_nations un un_official",
        "",
        "united nations un unhcr unicef undp osce",
        "who imf world european union nato commission international",
    ),
    Kind(
        "cleric imam priest bishop mullah rabbi clergyman monk nun",
        "imam rev reverend bishop sheikh mullah monsignor father",
        "",
        "church diocese episcopal",
    ),
    Kind("number_two second_in_command", "deputy vice assistant first", "", ""),
    Kind("royal prince princess sheikh", "prince princess sheikh sheikha", "", ""),
    Kind("knight dame lord baron baroness", "sir dame lord baron baroness", "", ""),
)
