"""Actor codes: `ISO3.SECTOR` or `ISO3.SECTOR/slug`. The sectors, and the country part's own words."""

import re
from enum import StrEnum


class Sector(StrEnum):
    """What an actor is within its country."""

    GOV = "GOV"  # executive, ministries and their spokesmen
    MIL = "MIL"  # armed forces
    COP = "COP"  # police
    SPY = "SPY"  # intelligence
    LEG = "LEG"  # parliament and its speaker
    JUD = "JUD"  # courts
    PTY = "PTY"  # parties
    REB = "REB"  # organised armed groups with political aims
    UAF = "UAF"  # armed people nobody names
    CVL = "CVL"  # civilians
    REF = "REF"  # refugees
    MED = "MED"  # media
    JRN = "JRN"  # journalists
    BUS = "BUS"  # business
    CRM = "CRM"  # criminals, smugglers
    REL = "REL"  # religious
    OPP = "OPP"  # opposition
    IGO = "IGO"  # intergovernmental bodies
    NGO = "NGO"  # non-governmental bodies
    UNK = "UNK"  # nobody knows, or a country as soil


NOT_A_STATE = frozenset({"IGO", "NGO", "ISM", "UNK"})
"""Country parts that name no country: intergovernmental, non-governmental, militants of no one country, unknown."""

CODE = re.compile(r"[A-Z]{3}\.[A-Z]{3}(?:/[a-z0-9]+(?:-[a-z0-9]+)*)?\Z")
"""The form of an actor code."""


def country_of(code: str) -> str:
    """The country part: `country_of("PAK.REB/ttp") == "PAK"`."""
    return code[:3]


def sector_of(code: str) -> str:
    """The sector: `sector_of("PAK.REB/ttp") == "REB"`."""
    return code[4:7]


def is_code(text: str) -> bool:
    """Whether `text` is a well-formed code with a known sector and a known country part."""
    if not CODE.match(text) or text[4:7] not in Sector.__members__:
        return False
    return text[:3] in NOT_A_STATE or text[:3] in COUNTRIES


_NAMES = (  # one string, so that the table loads in no time
    "AFG=Afghanistan|AGO=Angola|ALB=Albania|AND=Andorra|ARE=United Arab Emirates|ARG=Argentina|"
    "ARM=Armenia|ATG=Antigua and Barbuda|AUS=Australia|AUT=Austria|AZE=Azerbaijan|BDI=Burundi|"
    "BEL=Belgium|BEN=Benin|BFA=Burkina Faso|BGD=Bangladesh|BGR=Bulgaria|BHR=Bahrain|BHS=Bahamas|"
    "BIH=Bosnia|BLR=Belarus|BLZ=Belize|BOL=Bolivia|BRA=Brazil|BRB=Barbados|BRN=Brunei|BTN=Bhutan|"
    "BWA=Botswana|CAF=Central African Republic|CAN=Canada|CHE=Switzerland|CHL=Chile|CHN=China|"
    "CIV=Ivory Coast|CMR=Cameroon|COD=Democratic Republic of Congo|COG=Republic of the Congo|"
    "COL=Colombia|COM=Comoros|CPV=Cape Verde|CRI=Costa Rica|CUB=Cuba|CYP=Cyprus|CZE=Czech Republic|"
    "DEU=Germany|DJI=Djibouti|DMA=Commonwealth of Dominica|DNK=Denmark|DOM=Dominican Republic|"
    "DZA=Algeria|ECU=Ecuador|EGY=Egypt|ERI=Eritrea|ESH=Western Sahara|ESP=Spain|EST=Estonia|"
    "ETH=Ethiopia|FIN=Finland|FJI=Fiji|FRA=France|FSM=Micronesia|GAB=Gabon|GBR=United Kingdom|"
    "GEO=Georgia|GHA=Ghana|GIN=Guinea|GMB=Gambia|GNB=Guinea-Bissau|GNQ=Equatorial Guinea|GRC=Greece|"
    "GRD=Grenada|GRL=Greenland|GTM=Guatemala|GUY=Guyana|HKG=Hong Kong|HND=Honduras|HRV=Croatia|"
    "HTI=Haiti|HUN=Hungary|IDN=Indonesia|IND=India|IRL=Ireland|IRN=Iran|IRQ=Iraq|ISL=Iceland|"
    "ISR=Israel|ITA=Italy|JAM=Jamaica|JOR=Jordan|JPN=Japan|KAZ=Kazakhstan|KEN=Kenya|KGZ=Kyrgyzstan|"
    "KHM=Cambodia|KIR=Kiribati|KNA=Saint Kitts and Nevis|KOR=South Korea|KWT=Kuwait|LAO=Laos|"
    "LBN=Lebanon|LBR=Liberia|LBY=Libya|LCA=Saint Lucia|LIE=Liechtenstein|LKA=Sri Lanka|LSO=Lesotho|"
    "LTU=Lithuania|LUX=Luxembourg|LVA=Latvia|MAR=Morocco|MCO=Monaco|MDA=Moldova|MDG=Madagascar|"
    "MDV=Maldives|MEX=Mexico|MHL=Marshall Islands|MKD=North Macedonia|MLI=Mali|MLT=Malta|MMR=Myanmar|"
    "MNE=Montenegro|MNG=Mongolia|MOZ=Mozambique|MRT=Mauritania|MUS=Mauritius|MWI=Malawi|MYS=Malaysia|"
    "NAM=Namibia|NER=Niger|NGA=Nigeria|NIC=Nicaragua|NLD=Netherlands|NOR=Norway|NPL=Nepal|NRU=Nauru|"
    "NZL=New Zealand|OMN=Oman|PAK=Pakistan|PAN=Panama|PER=Peru|PHL=Philippines|PLW=Palau|"
    "PNG=Papua New Guinea|POL=Poland|PRK=North Korea|PRT=Portugal|PRY=Paraguay|PSE=Palestine|"
    "QAT=Qatar|ROU=Romania|RUS=Russia|RWA=Rwanda|SAU=Saudi Arabia|SDN=Sudan|SEN=Senegal|"
    "SGP=Singapore|SLB=Solomon Islands|SLE=Sierra Leone|SLV=El Salvador|SMR=San Marino|SOM=Somalia|"
    "SRB=Serbia|SSD=South Sudan|STP=Sao Tome and Principe|SUR=Suriname|SVK=Slovakia|SVN=Slovenia|"
    "SWE=Sweden|SWZ=Eswatini|SYC=Seychelles|SYR=Syria|TCD=Chad|TGO=Togo|THA=Thailand|TJK=Tajikistan|"
    "TKM=Turkmenistan|TLS=East Timor|TON=Tonga|TTO=Trinidad and Tobago|TUN=Tunisia|TUR=Turkey|"
    "TUV=Tuvalu|TWN=Taiwan|TZA=Tanzania|UGA=Uganda|UKR=Ukraine|URY=Uruguay|USA=United States|"
    "UZB=Uzbekistan|VAT=Vatican|VCT=Saint Vincent and the Grenadines|VEN=Venezuela|VNM=Vietnam|"
    "VUT=Vanuatu|WSM=Samoa|XKX=Kosovo|YEM=Yemen|ZAF=South Africa|ZMB=Zambia|ZWE=Zimbabwe"
)
COUNTRIES: dict[str, str] = dict(row.split("=") for row in _NAMES.split("|"))
"""ISO 3166-1 alpha-3 codes (and XKX) with the short name in use."""


BOTH_SIDES = re.compile(
    r"(?:both|the two|each of the two) (?:sides|countries|parties|governments|armies|states|neighbou?rs)\b|each side\b",
    re.I,
)
"""Two who say the same: neither of them alone."""
