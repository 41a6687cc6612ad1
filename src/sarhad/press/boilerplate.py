"""The words of boilerplate: what pages say that is no part of the article.

Patterns are matched against one line or sentence whose Markdown and outer decoration were taken off (`plain`).
They are written as kinds of lines, not as lines of any page.
"""

import re

MARKDOWN_IMAGE = re.compile(r"!\[[^\]]{0,400}\]\([^)\s]{0,2000}\)")
BLOCK_TAG = re.compile(
    r"</?(?:img|div|p|br|figure|figcaption|h[1-6]|ul|ol|li|table|tr|td|iframe|hr|section|article)\b[^<>]{0,3000}>",
    re.I,
)
MARKDOWN_LINK = re.compile(r"\[([^\[\]]*)\]\((?:https?:|/|#|mailto:)[^)\s]*\)")
ONLY_LINKS = re.compile(r"[-*+•\s>]*(?:\[[^\[\]]*\]\((?:https?:|/|#|mailto:)[^)\s]*\)[\s|,.]*)+$")
BARE_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$|\S+@\S+\.\w+$")
DECORATION = re.compile(
    r"^[\s#>*_|•·\-–—+~=\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]+|[\s*_|•·~=\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]+$"
)

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)\.?"
CLOCK = r"\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*\(?(?:[a-z]{2,5}|utc[+-]\d+|gmt[+-]?\d*)\)?)?"
DATE = (
    rf"(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH},?\s+\d{{4}}"
    r"|\d{4}-\d{2}-\d{2}(?:t[\d:.z+-]+)?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})"
)
AGO = r"(?:\d+|an?|one|two|three|few|several)\s+(?:min(?:ute)?|hour|hr|day|week|month|year)s?\s+ago"
STAMP = rf"(?:(?:{WEEKDAY},?\s+)?(?:{DATE})(?:[\s,|•·@-]+(?:at\s+)?{CLOCK})?|{CLOCK}[\s,|•·-]+(?:{WEEKDAY},?\s+)?{DATE}|{AGO})"
DATE_LINE = re.compile(
    rf"(?:(?:first |last |date )?(?:published|updated|posted|modified|created|date)(?: on| at)?\s*[:|]?\s*)?{STAMP}"
    rf"(?:[\s,|•·/–-]+(?:(?:last )?(?:published|updated|modified)(?: on)?\s*[:|]?\s*)?{STAMP})*\W*$",
    re.I,
)

AGENCY = (
    r"(?:getty(?: images?)?|reuters|a\.?f\.?p\.?|a\.?p\.?(?: photo)?|associated press|epa(?:-efe)?|efe|anadolu(?: agency)?|xinhua|"
    r"bloomberg|shutterstock|istock(?:photo)?|alamy|nurphoto|wana|irna|isna|tasnim|mehr|pti|ani|app|inp|sipa(?: usa)?|"
    r"zuma(?: press)?|upi|tass|sputnik|dpa|pa media|pa wire|wikimedia(?: commons)?|unsplash|pexels|pixabay|twitter|x\.com|"
    r"facebook|ispr|handout|file photo|photo file|cnbc|afp via getty images|afp/getty images|light?rocket|corbis)"
)
CREDIT_LINE = re.compile(
    rf"(?:[^|!?]{{0,60}}\|\s*)+(?:via\s+)?{AGENCY}(?:\s+news)?\s*$"  # Name | Agency | Getty Images
    rf"|(?:{AGENCY}|[^.!?:]{{2,50}}/\s*{AGENCY})(?:\s*[/,|–-]\s*[^.!?]{{2,40}}){{0,2}}\s*$"  # Reuters / Name
    rf"|\(?\[?(?:photo|image|picture|pic|video|photograph)s?(?: (?:credit|courtesy|source|caption|by|via))*\s*[:/|©].{{1,120}}$"
    rf"|\(?(?:photo|image|picture|photograph|illustration|graphic)s? (?:by|credits?|courtesy|source|caption|via|from|copyright)\b.{{0,120}}$"
    rf"|(?:file|handout|courtesy|representational|representative|reference) (?:photo|image|picture)\b.{{0,40}}$"
    rf"|(?:image )?credits?\s*:.{{1,100}}$",
    re.I,
)
CREDIT_END = re.compile(
    rf"[\[(](?:(?:file |handout )?(?:photo|image|picture|ap|afp|reuters|courtesy|credit|via)\b[^()\[\]]{{0,80}}|[^()\[\]]{{0,60}}\b{AGENCY})[\])]\s*/?\s*$"
    rf"|(?:[.\"”’]|\d{{4}})\s*[—–-]+\s*{AGENCY}(?:[/ ]{AGENCY})?\s*$",
    re.I,
)
# "(AP Photo/Name, File)", "(Courtesy: The Agency)", "(Name/AFP via Getty Images)"; a bare "(AFP)" is a dateline's
CREDIT_INSIDE = re.compile(
    r"\((?!https?:)(?:(?:ap|afp|reuters|epa|getty)(?: photo| images?\b|/)[^()]{0,90}|(?:file|handout)(?: photo| picture| image)?"
    r"|(?:courtesy|credit|photo|image|picture|screenshot)s?\s*(?:[:/]|by\b|via\b|courtesy\b|credit\b|of\b|from\b)[^()]{0,90}"
    rf"|[^()]{{2,60}}(?:\bvia |/){AGENCY}\b[^()]{{0,30}})\)\s?",
    re.I,
)
# "… on April 7, 2026. Name | Agency | Getty Images"
CREDIT_PIPED = re.compile(
    rf"(?<=[.\d\"”])\s+[A-Z][\w.'’ -]{{2,40}}\s\|\s(?:[A-Za-z][\w.'’ -]{{1,30}}\s\|\s)?(?i:{AGENCY})\b\.?(?:\s|$)"
)
# "… on August 29, 2024. Name/Agency/Getty Images"
CREDIT_SLASHED = re.compile(
    rf"(?<=[.\d\"”])\s+[A-Z][\w.'’ -]{{2,40}}/(?:[A-Za-z][\w.'’ -]{{1,30}}/)?(?i:{AGENCY})\b\.?(?:\s|$)"
)
# "The gate at noon. Photo: The Gazette", "… © Name/Agency", "…, June 13, 2024. REUTERS/Name", "… Credit: Name | Agency"
SAYS_PHOTO = re.compile(
    r"(?:^|[.!?”\")]\s*|\s[|/–—-]\s*)(?i:(?:photo(?:graph)?|image|picture|drawing|illustration|graphic|map)s?(?: by| credits?| courtesy(?: of)?)?\s*[:©]|photo by)"
    r"\s*\w[\w.,'’ /|&-]{2,60}[)/\s]*$"
    r"|\b(?:Image )?Credits?: [A-Z][\w.,:'’ /|&-]{2,80}[)/\s]*$|\s©\s*[A-Z][\w.'’ /|&-]{2,60}$|[.\d]\s(?:REUTERS|AFP|AP|EPA)/[\w .'’-]{0,40}$",
)
PHOTO_BY = re.compile(
    r"[\[(](?:photo|image|picture|video)s? (?:by|via|courtesy|credit)[^()\[\]]{2,90}[\])](?:\s*/)?", re.I
)

READ_ON = re.compile(
    r"(?:read|see|watch|view|find out|learn|discover|get) more(?:\s*[:|»>→…-].*|\s*\.*| (?:about|on|from|here|at|in|stories|news|of|articles|cnbc|bbc|cnn|u\.s\.|us)\b.{0,120}|\s+.{0,50})$"
    r"|(?:also|must|further|more to) read\b\s*[:|»>-]?.{0,160}$"
    r"|(?:read|see|watch|listen) (?:also|next|now|here|live|this|below|in full|the full (?:story|report|article|analysis|interview|post|statement|document))\b.{0,140}$"
    r"|(?:read|watch|listen|related|explainer|in pictures|opinion|analysis|live updates?|live|also|video|more|poll|quiz|podcast|timeline|must see|now playing|up next)\s*[:|»>→]\s*.{0,180}$"
    r"|(?:related|recommended|similar|other|more|latest|top|trending|popular|featured|recent|you may also like|most (?:read|viewed|popular|shared)|editor(?:s[’']?|[’']s)? (?:picks?|choice)|don[’']t miss)"
    r"(?: (?:articles?|news|stor(?:y|ies)|posts?|topics?|cards?|videos?|content|links?|items?|reads?|tags?|coverage|headlines|now|for you|on this|reading))+\W*$"
    r"|(?:related|recommended|trending|read on|up next|see also|editor(?:s[’']?|[’']s)? (?:picks?|choice)|you (?:may|might) (?:also )?(?:like|be interested in)|most read|don[’']t miss|sponsored|promoted|partner content|around the web|from the web)(?: (?:by|for) .{1,40})?\W*$"
    r"|more (?:from|on|about|in) [^.!?]{2,60}$|also (?:on|in|from) [^.:!?]{2,40}:.{2,160}$"
    r"|(?:click|tap) (?:here|to|on|for|the)\b.{0,140}$"
    r"|continue reading\b.{0,60}$|keep reading\b.{0,40}$|story continues\b.{0,60}$|skip (?:to|past|advert|ad)\b.{0,60}$|jump to .{0,40}$"
    r"|article continues\b.{0,60}$|(?:begin|end|start|after|before) of .{0,20}(?:promotion|advert|newsletter).{0,30}$|end of .{0,60}(?:promotion|newsletter|advert\w*)\W*$"
    r"|(?:our|the|this|follow(?: our)?|get) live (?:coverage|blog|updates?)\b.{0,90}(?:here|moved|ended|closed|below)\b.{0,30}$"
    r"|(?:follow|read|see|get|find) (?:our|the latest|the|all our|cnn[’']s|all) (?:live|latest|full|ongoing)\b.{0,120}(?:here|updates?|coverage|blog)\W*$",
    re.I,
)
SHARE = re.compile(
    r"(?:(?:share|tweet|email|print|save|whatsapp|facebook|twitter|x|telegram|linkedin|pinterest|reddit|instagram|youtube|tiktok|threads|copy link|link copied!?|copied|comments?|like|pin|messenger|viber|flipboard|tumblr|rss|mail|gmail|bluesky|follow|follow us|subscribe|sms|url|link|share this|share on|more|on|this|via|to|and|\d+)\b[\s,|•·/.!:+&-]*)+$"
    r"|share\s*(?:this|on|via|with|the|article|story|post|now|link|your)\b.{0,70}$|(?:click to )?share on .{1,40}$|shares?\s*[:.]?\s*[\d.,km]*\W*$|[\d.,]+[km]?\s*(?:shares?|comments?|views?|likes?|reads?)\W*$"
    r"|(?:follow|join|like|find|connect with|subscribe to|add) (?:us|our|me|the)\b[^.!?]{0,110}(?:on|channel|newsletter|facebook|twitter|whatsapp|google|telegram|youtube|instagram|x|app|page|group)\b.{0,60}$"
    r"|follow\s+[^.!?]{2,50}\s+on\s+(?:x|twitter|facebook|instagram|google news|whatsapp|telegram|linkedin|youtube|threads)\b.{0,120}$"
    r"|(?:also )?follow .{0,50}@\w+.{0,60}$|(?:you can )?(?:reach|contact|email|follow) (?:him|her|them|the (?:author|reporter|writer))\b.{0,120}$"
    r"|(?:send|got|have) (?:your|a|us your|any)? ?(?:story ideas?|tips?|news tip|something to share)\b.{0,120}$"
    r"|follow [^.!?:]{2,40}:$|follow (?:topics|authors|this author)\b.{0,200}$|view (?:this post|all|on|comments|more|bio|profile|gallery|in browser)\b.{0,60}$|embed(?:ded)?(?: (?:code|video|tweet))?\W*$|scan (?:the|this) qr.{0,40}$",
    re.I,
)
COMMENTS = re.compile(
    r"(?:your|user|average) rating\b.{0,40}$|rate this .{0,40}$|.{0,120}\bvote view results?\W*$|leave a (?:reply|comment|response)\b.{0,80}$|(?:your|the) e-?mail address will not be published\b.{0,90}$|required fields are marked\b.{0,20}$"
    r"|(?:post|add|write|submit|view|show|read|join|login to|log in to|sign in to|you must be logged in to)\s+(?:a |your |an? |all |the )?(?:comments?|conversation|discussion|reply|post a comment)\b.{0,60}$"
    r"|(?:no|\d+|be the first to) (?:comments?|repl(?:y|ies)|responses?)(?: yet)?\W*$|comments? (?:are |is )?(?:closed|off|disabled|policy)\b.{0,60}$|be the first to comment.{0,30}$"
    r"|(?:name|e-?mail|website|comment|message|search|username|password|first name|last name|phone|subject)\s*(?:\(required\))?\s*\*?\s*:?$|notify me of .{0,80}$|save my name,? e-?mail.{0,100}$|cancel reply\W*$"
    r"|this site uses akismet.{0,100}$|(?:back to|go to|scroll to|return to) (?:the )?top\b.{0,20}$|exit mobile version\W*$|(?:toggle|main|mobile|open|close|show|hide)\s+(?:navigation|menu|search|sidebar|content|footer)\W*$|type (?:and|above|here|your).{0,60}$",
    re.I,
)
SIGN_UP = re.compile(
    r"(?:please )?(?:sign|signing) ?up\b.{0,160}(?:newsletter|inbox|alerts?|here|free|e-?mail|updates?|digest|briefing)\b.{0,100}$|sign (?:up|in)\b[^.]{0,30}$|(?:log|sign) ?in\b[^.]{0,30}$"
    r"|subscribe\b[^.!?]{0,140}[.!]?$|subscribed\W*$|(?:get|receive|have) (?:the|our|all|your|a|daily|breaking|unlimited)\b.{0,160}(?:inbox|newsletter|e-?mail|notifications?|straight to)\b.{0,60}$"
    r"|.{0,90}\bnewsletter (?:brings|delivers|gives|explores|is|here|which)\b.{0,160}$|.{0,140}\b(?:delivered|straight|sent|directly|right)\b.{0,30}\b(?:to|in|into) your (?:inbox|e-?mail|phone)\b.{0,60}$|(?=.*\b(?:get|weekly|daily|newsletter|sign|subscribe|roundup|digest|news|analysis|insights|delivered)\b).{0,110}\bin your inbox\W*.{0,20}$"
    r"|by (?:entering|providing|subscribing|signing up|submitting|clicking|continuing)\b.{0,260}\b(?:you|agree|privacy|terms)\b.{0,200}$|agree to receive content\b.{0,140}$|opt-?out at any time\W*$|you(?:'|’)?ve? (?:have )?(?:successfully )?subscribed\b.{0,60}$|unlock (?:the|this|full).{0,80}$"
    r"|(?:already a |become a |are you a )(?:subscriber|member|reader)\b.{0,60}$|(?:support|donate to) (?:our|independent|us|quality)\b.{0,80}$|(?:download|install|get) (?:the|our) .{0,40}\bapp\b.{0,60}$"
    r"|(?:join|get) (?:our )?(?:whatsapp|telegram) (?:channel|group)\b.{0,60}$|.{0,40}to (?:have|see|get|read) (?:it|more|this|the).{0,60}(?:inbox|newsletter).{0,40}$|.{0,60}email updates\W*$",
    re.I,
)
CONTRIBUTORS = re.compile(
    r"(?!.*[“\"])(?:.{0,160}\b)?(?:contributed|contributing)\s+(?:to\s+(?:this|the)\s+(?:[\w-]+\s+)?(?:report|story|article|update|piece)|reporting|additional reporting)\b.{0,40}$"
    r"|(?:additional |with additional |original )?(?:reporting|reported|writing|written|edited|editing|compiled|translated|produced) (?:by|from)\s+[A-Z].{0,140}$|with (?:inputs?|input|reporting|additional reporting|agency inputs|files) (?:from|by)\b.{0,80}$"
    r"|\(?(?:with )?inputs? from .{2,60}$|\(?this (?:story|article|report|post|piece|page|copy|is a breaking|is a developing|breaking news|live)\b.{0,30}(?:has been|was|is|will be|may be)\b.{0,20}(?:updated|corrected|published|republished|generated|developing|breaking|auto-generated|reproduced|edited|taken|first|originally|adapted|part of|produced)\b.{0,160}$"
    r"|.{0,60}\b(?:auto-?generated|content scraped|syndicated feed|not been edited by)\b.{0,120}$|(?:correction|clarification|editor[’']s note|editor’s note|disclaimer|disclosure)\s*[:—(-].{0,400}$"
    r"|.{0,30}the (?:views|opinions) (?:expressed|and opinions).{0,220}$|(?:source|sources|via|agencies|news desk|web desk|monitoring desk|staff report(?:er)?|our correspondent|bureau report|news agencies|agency)\s*(?::.{0,60})?$"
    r"|we[’']ll bring you more on this .{0,60}$|this is (?:a )?(?:breaking|developing)(?: news)?(?: story)?\b.{0,80}$|(?:-|–|—)?\s*ends?\s*-?\s*$",
    re.I,
)
BYLINE = re.compile(
    r"by\s+(?:[A-Z][\w.'’-]+(?:\s+(?:and\s+|&\s+|,\s*)?[A-Z][\w.'’-]+){0,7}|(?:our |staff |web |news )?(?:correspondent|reporter|desk|staff|writer|agencies|admin|editor).{0,30})(?:\s*[,|•·-].{0,60})?$"
    r"|(?i:(?:written|posted|published|reported) by\b.{0,80}$|author\s*:?.{0,50}$|\d+\s*min(?:ute)?s?(?:\s+read)?(?:\s*[|•·].{0,40})?$|(?:reading|read) time\b.{0,30}$|estimated .{0,10}reading.{0,20}$)"
)
STAMPED_BYLINE = re.compile(  # "By Jane Doe 2 days ago 4 min read", "by Staff | May 3, 2025 | 7:15 pm"
    rf"by\s+[^\d.!?\n]{{2,70}}?[\s|•·,–-]+(?:{STAMP}|\d+ min(?:ute)?s? read)(?:[\s|•·,–-]+(?:{STAMP}|{CLOCK}|\d+ min(?:ute)?s? read|\d+))*(?:\s\S{{1,2}}){{0,8}}\W*$",
    re.I,
)
LEGAL = re.compile(
    r"(?:©|\(c\))\s*[A-Z][\w.'’& -]{1,60}[.]?$|.{0,40}(?:©|&copy;|(?:\(c\)|copyright(?:ed)?:?)\s*(?:©\s*)?(?:(?:19|20)\d\d|by\b|material\b|notice\b)).{0,200}$|.{0,160}\ball rights reserved\b.{0,200}$|.{0,60}may not be (?:published|reproduced|reprinted|copied|broadcast)\b.{0,200}$"
    r"|(?:privacy|terms|cookies?|contact|about|advertise|careers|sitemap|disclaimer|help|accessibility|faq|imprint|newsletter|masthead)(?: (?:us|policy|notice|settings|preferences|of (?:use|service)|& conditions|and conditions|with us|statement|conditions|&|and|terms|privacy))*\W*$"
    r"|.{0,40}\b(?:uses?|accept|our) cookies\b.{0,260}$|(?:accept|reject|manage|allow)(?: all| selected)?(?: cookies)?(?: preferences| settings)?\W*$|published in .{2,60}(?:19|20)\d\d\W*$|powered by .{2,50}$|designed by .{2,50}$"
    r"|(?:advertisement|advertising|advert|ad|ads|sponsored(?: content)?|promoted content|article continues after ad(?:vertisement)?|ad feedback|remove ads?)\W*$|please (?:enable|turn on|disable|allow) .{0,60}(?:javascript|cookies|ad ?block\w*).{0,80}$|.{0,30}javascript (?:is|must be).{0,60}$|your browser (?:does not|doesn).{0,80}$",
    re.I,
)
WIDGET = re.compile(
    r"(?:watch|play|listen|live|replay|pause|mute|unmute|loading|video|photos?|gallery|audio|menu|search|home|close|next|previous|prev|back|top|sections?|categories|tags?|topics?|share|print|email|download|live updates?|breaking(?: news)?|exclusive|opinion|analysis|explainer|world|news|business|sports?|politics|international|national|latest|trending|posted|in brief|none|null|undefined|n/a|nan|\d+|incoming update…?|live coverage begins here|coverage for this event has ended|techcrunch event|view bio)(?: now| video| live| here)?[\s:.!|>»…-]*$"
    r"|stock chart icon.*$|hide content$|(?:play|watch|listen to|now playing)\b.{0,25}(?:video|audio|clip|article|now|story|\d:\d\d)\W*$|(?:video|image|photo|slide|gallery) \d+ of \d+.*$|\d+(?:\.\d+)?\s*/\s*\d+$|\d+ min(?:ute)?s?(?: read| listen)?$|\d{1,2}:\d\d(?:\s*/\s*\d{1,2}:\d\d)?$|tags?\s*[:|].{0,300}$|(?:topics|categor(?:y|ies)|filed under|keywords|hashtags?)\s*[:|].{0,200}$|(?:#\w+[\s,]*)+$",
    re.I,
)
FILLER = re.compile(
    r"\blorem ipsum\b|\b(?:filler|dummy|placeholder) text\b|\bamet\b|\bconsectetur\b|\byour (?:text|content) (?:goes )?here\b|\bthis is (?:a )?sample (?:page|post|widget)\b|\bdonec (?:sed|eu|et|id)\b",
    re.I,
)
CODE = re.compile(
    r"^[\w.$]+\((?:['\"{\[]|\)|function).*|^(?:var|let|const|function|window\.|document\.|googletag|\$\(|@media|@import|if \(|\}\);?|<!--|//<!\[|\{\{|\[\[|/\* ).*|^[.#][\w-]+\s*\{.*|.*\{\s*(?:[\w-]+\s*:\s*[^;{}]+;\s*)+\}?\s*$|^<\/?\w+[^>]*>$",
)
WELCOME = re.compile(
    r"(?:hello|hi|good (?:morning|afternoon|evening)|greetings)\b.{0,90}\b(?:writing (?:to you|from)|welcome|here with|edition|newsletter)\b.{0,120}$"
    r"|\W*(?:welcome to|you are here|you are reading|home\s*[>»/|]|skip to)\b.{0,80}$",
    re.I,
)

# what a page says of itself: "Page generated by …", "All content by …", "This site is maintained by …"
NOTICE = re.compile(
    r"(?i:(?:all |this |the |our |sample |some )*(?:web)?(?:pages?|sites?|contents?|portal|layout|theme|template|edition|materials?))"
    r"(?: (?:is|are|was|were|has been|have been))?(?: (?:written|made|created|generated|printed|produced|designed|developed|built|hosted|"
    r"powered|maintained|managed|published|provided|supplied|reproduced|shown|set))? (?:by|for|with|from|courtesy of|at|in|on) [A-Z\d][^.!?]{1,70}[.!]?(?:\s+[A-Z©][^.!?]{1,60}[.!]?){0,2}$"
)
MENU_ITEM = re.compile(r"[^\W\d_][^|.!?:;]{0,26}$")
MENU_PARTS = re.compile(r"\s+[|·•»/]\s+|\s*\|\s*|[ \xa0\t]{2,}")
MIN_ITEMS = 4


def is_menu(line: str) -> bool:
    """Whether a line is a row of short labels: "Home | Politics | Economy | Archive", or held apart by blanks.

    >>> is_menu("News  Business  Border  Culture"), is_menu("Talks | Kabul, 3 May")
    (True, False)
    """
    items = [p for p in MENU_PARTS.split(line.strip(" |·•»/\t\xa0")) if p]
    return MIN_ITEMS <= len(items) <= 40 and all(
        MENU_ITEM.match(item) and len(item.split()) <= 4 for item in items
    )


RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("read on", READ_ON),
    ("share", SHARE),
    ("comments", COMMENTS),
    ("sign up", SIGN_UP),
    ("contributors", CONTRIBUTORS),
    ("legal", LEGAL),
    ("legal", NOTICE),
    ("widget", WIDGET),
    ("welcome", WELCOME),
    ("date line", DATE_LINE),
    ("byline", STAMPED_BYLINE),
)
MAX_BOILERPLATE = 420
MAX_LINE = 5_000


def plain(line: str) -> str:
    """A line without its Markdown links, emphasis, bullets and outer decoration."""
    line = MARKDOWN_LINK.sub(r"\1", line)
    line = (
        line.replace("\\", "").replace("**", "").replace("_", " ").replace("\xa0", " ").replace("\ufeff", "")
    )
    return " ".join(DECORATION.sub("", DECORATION.sub("", line)).split())


def boilerplate(line: str) -> str | None:
    """Which kind of boilerplate a whole line or sentence is, None when it may be part of the article.

    >>> boilerplate("Read More: Prices rise again"), boilerplate("Both sides agreed to meet again in May.")
    ('read on', None)
    """
    if len(line) > MAX_LINE:
        return None
    if MARKDOWN_IMAGE.fullmatch(line.strip()) or BARE_ADDRESS.match(line.strip()):
        return "image"
    if CODE.match(line.strip()):
        return "code"
    text = plain(MARKDOWN_IMAGE.sub("", line))
    if not any(c.isalpha() for c in text):
        return "no words"
    if FILLER.search(text):
        return "filler"
    if len(text) > MAX_BOILERPLATE:
        return None
    if len(text) < 120 and CREDIT_LINE.match(text):
        return "credit"
    if is_menu(line):
        return "menu"
    return next((kind for kind, pattern in RULES if pattern.match(text)), None) or _divided(text)


def _divided(text: str) -> str | None:
    """A line whose pieces are all boilerplate: "SUBSCRIBE to the Times | Already a subscriber? Log in"."""
    pieces = re.split(r"\s+[|·•]\s+", text)
    if not 1 < len(pieces) <= 8:
        return None
    kinds = [next((k for k, p in RULES if p.match(piece)), None) for piece in pieces]
    return kinds[0] if all(kinds) else None
