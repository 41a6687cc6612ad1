"""Words for roles: which noun tells which sector of a country, and which nouns stand for one named before."""

from sarhad.codebook.actors import Sector


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ROLES = {
    Sector.GOV: """
        president premier minister pm fm ministry government administration regime state cabinet embassy consulate mission
        ally envoy ambassador diplomat official authority secretary undersecretary spokesman spokesperson spokeswoman
        king queen emir amir sultan monarch prince ruler chancellor leader leadership president-elect governor mayor
        administrator commissioner counselor counsellor attache delegation delegate negotiator mediator representative
        bureaucrat dignitary emissary adviser advisor aide chief-of-staff presidency palace premiership czar
        councillor council department directorate bureau office deputy junta counterpart statesman policymaker
        negotiators interlocutor host guarantor broker head-of-state republic kingdom emirate municipality consul
        customs treasury regulator chief kingpin-czar rescuer responder firefighter paramedic-service lieutenant-governor
        """,
    Sector.MIL: """
        army military troop soldier navy force battalion brigade squadron fleet garrison division corps
        commander general admiral colonel lieutenant captain brigadier marshal airman marine sailor serviceman servicewoman
        personnel jet warplane fighter-jet airstrike artillery warship submarine frigate destroyer bomber-jet missile-unit stealth-bomber gunner
        guard border-guard paratrooper commando sniper-unit pilot conscript reservist defence defense peacekeeper infantry
        warfighter servicemember ranger paramilitary airbase barrack sentry patrol
        """,
    Sector.COP: """
        police policeman policewoman policemen constable officer cop inspector superintendent gendarme gendarmerie sheriff
        investigator detective prison-guard levies constabulary sub-inspector dsp ssp dpo
        """,
    Sector.SPY: "spy intelligence spymaster agent operative-agent spy-agency",
    Sector.LEG: """
        parliament lawmaker legislator senator congressman congresswoman mp mna mpa senate legislature assembly
        parliamentarian congressional-panel caucus speaker
        """,
    Sector.JUD: "court judge judiciary prosecutor tribunal justice magistrate bench jury lawyer",
    Sector.PTY: "party politician candidate premier-hopeful backbencher",
    Sector.REB: """
        rebel insurgent separatist guerrilla militia insurgency faction proxy secessionist jihadist jihadi mujahideen
        warlord outfit-group
        """,
    Sector.UAF: """
        militant gunman gunmen terrorist attacker assailant bomber fighter extremist infiltrator perpetrator
        hijacker kidnapper abductor raider shooter terror militancy terrorism saboteur hostage-taker
        assassin intruder jihadism khwarij mercenary
        """,
    Sector.CVL: """
        civilian people person resident villager citizen national man woman child boy girl worker labourer laborer passenger
        farmer student teacher doctor nurse medic paramedic patient family victim bystander pedestrian commuter
        hostage captive detainee prisoner settler inhabitant local tribesman tribesmen elder driver fisherman fishermen
        shepherd miner trader-local pilgrim worshipper worshiper mourner tourist traveller traveler youth teenager infant
        baby mother father son daughter brother sister wife husband relative casualty protester protestor demonstrator
        activist population community public populace crowd household expatriate expat engineer employee staff-member
        schoolchildren schoolgirl pupil survivor minor adult native countryman compatriot devotee volunteer academic analyst
        professor scholar humanitarian wedding-guest guest evacuee abductee dead injured wounded neighbour-local villagers
        """,
    Sector.REF: "refugee migrant returnee deportee displaced asylum-seeker idp immigrant",
    Sector.MED: "media newspaper broadcaster outlet television tv press newswire daily channel website news-agency radio",
    Sector.JRN: "journalist reporter correspondent cameraman photographer anchor columnist editor commentator",
    Sector.BUS: """
        vessel ship tanker freighter
        company trader firm businessman businessmen investor shipowner exporter importer merchant shopkeeper industrialist
        corporation bank airline contractor entrepreneur transporter operator manufacturer refinery chamber consortium conglomerate
        """,
    Sector.CRM: "smuggler trafficker criminal gang cartel bandit robber dacoit mafia pirate thief gangster kingpin syndicate smuggling",
    Sector.REL: "cleric mosque imam church priest pastor mullah pope bishop ayatollah seminary scholar-cleric rabbi archbishop shrine",
    Sector.OPP: "opposition dissident exile oppositionist",
    Sector.UNK: "enemy adversary foe",
    Sector.NGO: "charity ngo watchdog monitor aid-group",
}
ROLES: dict[str, Sector] = {
    word: sector for sector, words in _ROLES.items() for word in words.split() if "-" not in word
}
"""Lemma of a noun → the sector it tells."""

PHRASES: dict[tuple[str, str], Sector] = {
    (first, second): Sector[sector]
    for sector, pairs in {
        "MIL": """security force,armed force,air force,special force,ground force,naval force,border force,border guard,
            air defence,air defense,army chief,military chief,defence force,defense force,coast guard,joint staff,
            revolutionary guard,security personnel,military personnel,service member,air strike,army spokesman,
            war plane,fighter jet,security official,occupation force,coalition force,government force,
            service personnel,frontier corp,air base,military base,military site,peacekeeping force""",
        "COP": "police force,police officer,police official,police chief,police spokesman,law enforcement,enforcement agency,security guard",
        "SPY": """intelligence agency,intelligence service,intelligence official,intelligence officer,intelligence chief,
            security source,security service,security agency,spy agency,spy chief,intelligence operative,intelligence source,
            intelligence minister,intelligence community""",
        "LEG": "parliament speaker,parliamentary speaker,house speaker,regional official,parliamentary delegation,national assembly",
        "JUD": "justice system,chief justice,supreme court,high court",
        "PTY": "party leader,political party,political leader,party official,party chief,party member",
        "OPP": "opposition leader,opposition party,opposition lawmaker,opposition figure",
        "REB": """terrorist group,militant group,armed group,terror group,extremist group,insurgent group,separatist group,
            rebel group,militia group,jihadist group,terrorist organisation,terrorist organization,terror outfit,militant outfit,
            armed faction,proxy group,proxy force,rebel force,militant organisation,militant organization,jihadi group,
            resistance group,terror network,terrorist network,terrorist outfit,paramilitary group,islamist group,guerrilla group,
            militant leader,rebel leader,rebel commander,insurgent leader,resistance movement,terrorist element,
            extremist outfit,banned outfit,banned group,liberation army,ethnic army""",
        "UAF": "suicide attacker,suicide bomber,unknown gunman,militant hideout,terrorist hideout,terror hideout,militant commander",
        "CVL": """tribal elder,ordinary people,aid worker,health worker,local resident,local people,local driver,civil society,
            human right,medical staff,medical personnel,emergency personnel,rescue worker,construction worker,polio worker,relief worker,road worker,coal miner,
            staff member,truck driver,medical source,medical official""",
        "REF": "asylum seeker,displaced person,displaced people,undocumented afghan,undocumented migrant",
        "MED": "news agency,state media,state television,state tv,local media,news outlet,news site,news channel,media report,media outlet,state radio,press agency",
        "BUS": "currency exchange,exchange house,shell company,media platform,service provider,internet provider,business community,business leader,oil company,stock exchange,private sector,oil tanker,gas company,tech giant",
        "CRM": "drug trafficker,drug smuggler,fuel smuggler,human smuggler,human trafficker,drug lord,drug cartel",
        "REL": "religious leader,religious scholar,religious group,supreme religious",
        "GOV": """health ministry,foreign ministry,state department,state bank,central bank,secretary general,attorney general,director general,consul general,governor general,foreign office,border official,customs official,
            intelligence ministry,security adviser,security advisor,security council,security minister,government official,
            crown prince,supreme leader,opposition-free state,health official,provincial government,security czar,security chief,
            civil defence,civil defense,rescue service,disaster authority,party state,military government,local official,
            first responder,emergency service,rescue official,hospital official,religious authority,defence minister,defense minister,
            defence ministry,defense ministry,defence secretary,defense secretary,police minister,district administration""",
        "UNK": "international community,global community,world community,international actor,political force,foreign element,unknown element,foreign hand",
        "IGO": "international organisation,international organization,world body,global body,un agency,humanitarian agency",
        "NGO": "right group,aid group,monitoring group,aid agency,aid organisation,aid organization,relief agency,advocacy group,war monitor,think tank,rights organisation,rights organization,rights group",
    }.items()
    for pair in pairs.replace("\n", " ").split(",")
    for first, _, second in [" ".join(pair.split()).partition(" ")]
}  # fmt: skip
"""Modifier and lemma of a noun → sector, where the pair tells more than the noun."""

MODIFIERS: dict[str, Sector] = {
    word: Sector[sector]
    for sector, words in {
        "MIL": "military army naval paramilitary airforce defence-forces",
        "COP": "police",
        "SPY": "intelligence spy",
        "LEG": "parliamentary parliament congressional legislative senate",
        "JUD": "judicial court",
        "PTY": "party political",
        "OPP": "opposition dissident",
        "REB": "rebel insurgent separatist terrorist terror militant extremist jihadist jihadi militia guerrilla islamist",
        "MED": "media news press television",
        "BUS": "business commercial",
        "REL": "religious clerical",
        "CVL": "civilian tribal community village",
    }.items()
    for word in words.split()
}
"""A modifier that decides what a noun of no sector of its own is: "police source", "rebel commander"."""

GENERIC = _set("""official source spokesman spokesperson spokeswoman leader chief commander group force agency service member personnel
    organisation organization outfit network element unit team body figure side movement representative operative staff
    officer wing head delegation faction entity association authority statement""")
"""Nouns whose sector the modifier decides."""

SOURCES = _set("source official staff member personnel expert analyst observer insider employee operative")

MILITARY_ACTS = _set("""strike airstrike attack raid bombing bombardment shelling missile drone rocket fire gunfire offensive operation
    incursion invasion assault jet warplane aircraft artillery tank shell bomb aggression soldier troop incursions
    airstrikes barrage salvo fighter-jet helicopter warship destroyer interception defences defenses airspace-violation
    post outpost checkpost position base facility site mission deployment withdrawal manoeuvre drill exercise bases convoy installation garrison""")
"""Nouns of force: "Israeli strikes" are the work of Israel's forces."""

ATTACKS = _set("attack barrage aggression")
"""What a country is told to do as a whole: "the Iranian attack"."""

BLOWS = _set(
    "strike airstrike raid bombing bombardment shelling offensive operation incursion invasion assault campaign"
)

GROUND = _set("soil territory land ground airspace water border town city village province district")
"""Nouns of soil: "Afghan soil" is nobody's government."""

BACKED = _set(
    "backed supported aligned linked affiliated allied sponsored trained funded-group armed inspired"
)
"""After a hyphen: the patron, not the one who acts ("Iran-backed militia")."""

OF_THEIR_OWN = _set(
    "run led controlled based ruled held occupied administered funded built owned flagged born origin"
)
"""After a hyphen: where the one who acts belongs ("Hamas-run ministry", "Afghan-based groups")."""

GROUP_WORDS = _set(
    "group outfit militia movement organisation organization faction insurgency network militants"
)
AGENCY_WORDS = _set("agency body organisation organization watchdog mission force alliance bloc union")
COUNTRY_WORDS = _set("country nation state republic kingdom neighbour neighbor homeland")
PAIR_NOUNS = {
    "state": _set("country nation state neighbour neighbor government capital military army people"),
    "party": _set("side party rival adversary foe enemy ally belligerent"),
    "person": _set("leader minister president premier official counterpart man pm diplomat chief head statesman dignitary delegation team"),
}  # fmt: skip
"""What "both …" and "the two …" pair up."""

SPEECH = _set("""say tell add note state claim announce warn insist stress argue explain write declare accuse assert reiterate
    emphasize emphasise maintain report comment urge deny confirm vow pledge remark post quote describe underline
    underscore reject condemn respond reply allege express call admit acknowledge recall""")
GENDER = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
CALLED = dict.fromkeys(
    _set("woman girl mother wife daughter sister actress spokeswoman policewoman queen mrs ms"), "f"
) | (dict.fromkeys(_set("man boy father husband son brother spokesman policeman king mr"), "m"))
"""Nouns that tell whether they are a he or a she."""

PLURAL = _set("they them their theirs themselves")
NEUTER = _set("it its itself")
FIRST_PERSON = _set("we us our ours i me my ourselves myself")
TITLES = _set("""mr mrs ms dr sir gen general lt col maj capt adm brig sen rep prof president minister premier maulana mufti
    mullah mawlawi sheikh hafiz syed senator king prince chancellor secretary ambassador ayatollah hojjatoleslam
    spokesman spokesperson spokeswoman major brigadier colonel""")
GONE = _set("former ex then")

QUANTITY = _set(
    "one two three any some many most several all each none dozen hundred thousand number group lot majority both half score million "
    "remainder rest few scores dozens hundreds thousands series couple member handful"
)
"""Words before "of": "dozens of Israeli settlers" are the settlers."""

ANY_SIDE = _set("side party actor stakeholder faction")

TITLE_KIN: dict[str, frozenset[str]] = {
    "premier": _set("minister"),
    "pm": _set("minister"),
    "czar": _set("minister interior"),
    "diplomat": _set("minister ambassador envoy secretary"),
    "envoy": _set("ambassador representative"),
    "ambassador": _set("envoy"),
    "leader": _set("president king minister chief head"),
    "chief": _set("leader head commander director secretary"),
    "commander": _set("general chief"),
    "general": _set("commander chief"),
    "spokesperson": _set("spokesman spokeswoman"),
    "spokesman": _set("spokesperson"),
    "spokeswoman": _set("spokesperson"),
    "emir": _set("amir"),
    "cleric": _set("ayatollah maulana mufti"),
    "official": frozenset(),
}
"""A title and what else it calls the same person."""

SENT_BY = _set(
    "opposition pressure call support message statement response reaction criticism demand warning help aid offer proposal approval assurance guarantee threat letter objection backing condemnation signal"
)
SENT_TO = _set(
    "visit trip message letter warning ultimatum support aid envoy ambassador call response offer proposal demand appeal challenge threat blow delegation mission concession"
)

LAID_ON = _set(
    "call sanction pressure blame tariff embargo restriction demand impose prevail lean duty curb penalty reliance responsibility"
)
"""What is laid on a government, not on a town: "called on Tehran", "sanctions on Kabul"."""

MEANT_FOR = _set("support backing praise aid help assistance solidarity message warning")
SPOKEN_OF = _set("critic critical criticism condemnation recognition support supporter ally enemy wary")
"""What a government is given and what is thought of it: "support for Kabul", "critical of Delhi"."""

OFFICIAL = frozenset([Sector.GOV, Sector.LEG, Sector.MIL])
"""Sectors of whom states send: joined to a named official, "other officials" are of the same country."""

HURT = _set(
    "kill injure wound hurt die displace arrest detain abduct kidnap martyr maim execute deport evacuate trap rescue perish"
)
"""Verbs whose bare numbers are people: "251 taken hostage", "hundreds more killed"."""

NOBODYS = _set("mediator diplomat broker negotiator analyst expert observer source guarantor")
"""Roles that the country of the story says nothing about."""

POWERS = _set("power country nation state government capital neighbour neighbor")
"""In the plural and of no one country: governments, nobody says whose."""

DIPLOMACY = SPEECH | _set(
    "agree discuss meet sign hold reaffirm pledge exchange review underscore resolve decide visit negotiate commit want seek"
)
"""What states and officials do rather than gunmen and bystanders."""

DEEDS = _set(
    "violence activity crackdown campaign ambush killing assassination murder arrest detention abduction presence threat sanctuary haven insurgency rule control takeover "
    "decision statement claim policy response demand proposal pressure clash gun fighting hideout camp order decree"
)
"""Nouns of acting: "government crackdown", "militant violence"."""

ARMED_ADJECTIVES = _set("militant terrorist rebel insurgent separatist extremist jihadist")

OF_SOIL = _set("occupied administered held claimed annexed controlled based born") | BACKED
"""After a hyphen: the country named does not act ("Israeli-occupied", "Indian-administered", "Iran-backed")."""

HOLDING = OF_SOIL | _set(
    "dominated populated inhabited governed ruled run owned led commanded headed policed"
)
"""Before "by": whoever follows holds a place or stands behind a group; what befell it was not his doing for that."""

EXPLETIVE_VERBS = _set("be mean seem appear take happen matter depend remain")
SELF = _set("ready prepared willing committed open able determined eager concerned")

CROWDS = _set("protester protestor demonstrator activist dissident campaigner")
"""People who stand against the government of the country that the story is about."""

OWN_PEOPLE = _set("national citizen countryman compatriot")
"""People of whoever speaks of them: "the ministry urged nationals to leave"."""

OFFICES: dict[str, str] = {
    "president": "president", "prime minister": "prime minister", "premier": "prime minister", "pm": "prime minister",
    "foreign minister": "foreign minister", "defence minister": "defence minister", "defense minister": "defence minister",
    "interior minister": "interior minister", "home minister": "home minister", "information minister": "information minister",
    "finance minister": "finance minister", "health minister": "health minister", "foreign secretary": "foreign secretary",
    "chancellor": "chancellor", "supreme leader": "supreme leader", "king": "king", "crown prince": "crown prince",
    "emir": "emir", "amir": "emir", "sultan": "sultan", "vice president": "vice president", "army chief": "army chief",
    "parliament speaker": "speaker",
}  # fmt: skip
"""What a title calls → the office's name in the registry, for "the Turkish president"."""

HARMS = _set(
    "attack strike bomb hit invade target shell raid pound threaten accuse warn blockade besiege sanction punish blame condemn"
)
"""What nobody does to their own country: "Washington threatened to invade the country"."""

KILLS = _set("kill assassinate eliminate murder abduct kidnap capture")
"""What nobody is told to have done to their own commanders."""

ARMED_GROUPS = _set("group outfit militia faction movement")
"""What is only based in a country and called so is an armed group in this press; an organisation need not be."""

THINGS_OF_FORCE = _set("airstrike artillery strike raid")

AT_SEA = _set("ship vessel tanker freighter")

KINGDOMS = frozenset("SAU JOR MAR BHR GBR THA KHM ESP NLD BEL SWE NOR DNK OMN BTN".split())
"""States that "the kingdom" may call."""

NEIGHBOURS = _set("neighbour neighbor")
"""Somebody's neighbours are other states, never that one."""

ADDRESSED = _set(
    "urge accuse ask tell blame press pressure warn remind inform assure criticise criticize thank condemn help "
    "support join back threaten force push want let invite give offer call"
)
"""Verbs whose object is spoken to or dealt with: a capital there is its government, "the country" somebody else's."""

FIRST_NAMES = _set("Jordan Chad Georgia Amal Israel Paris London Berlin Vienna Dakar Lima")
"""Countries, groups and capitals that people are named after."""
