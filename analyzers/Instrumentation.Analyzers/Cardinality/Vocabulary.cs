namespace Instrumentation.Analyzers.Cardinality;

/// <summary>
/// The words by which names are judged, in the singular. A list that grows is better than a cleverer rule: whoever meets a false alarm finds the word here.
/// </summary>
internal static class Vocabulary
{
    /// <summary>Who is one of many.</summary>
    internal static readonly HashSet<string> Persons = Set(
        "player user account member customer visitor guest subscriber patient employee person people author owner creator sender recipient receiver friend "
        + "opponent attacker victim killer winner loser buyer seller payer payee contact profile identity principal caller driver rider viewer follower "
        + "participant attendee student teacher gamer summoner steam psn xbox xuid discord twitch citizen candidate enduser");

    /// <summary>Persons by whom a label is plainly meant when it bears nothing but their name.</summary>
    internal static readonly HashSet<string> Alone = Set("player user customer visitor subscriber patient employee");

    /// <summary>Things by whose id a label is plainly meant when it bears nothing but their name, or who they are of: <c>session</c>, <c>user_account</c>.</summary>
    internal static readonly HashSet<string> AloneThings = Set("account session trace");

    /// <summary>Things of which there is always one more.</summary>
    internal static readonly HashSet<string> Things = Set(
        "character avatar device client browser install installation handset session connection request trace span correlation causation message order "
        + "transaction payment invoice receipt purchase subscription cart basket checkout booking reservation shipment parcel delivery ticket incident match room "
        + "lobby party guild clan tournament chat conversation post comment article document doc file blob object entity aggregate record row run batch upload "
        + "download socket ws peer circuit stream call conference meeting event activity notification lease process container workflow execution invocation "
        + "tracking external unique global parent root hit voucher coupon wallet card passport license vin deal bid offer trade auction replay raid duel battle login auth "
        + "jwt refresh access idempotency equipment phone sms email mail employee");

    /// <summary>Of these a program knows all, so that their ids and names are few.</summary>
    internal static readonly HashSet<string> Known = Set(
        "weapon map region zone area shard server node cluster datacenter dc rack cell realm world level stage mission quest skill ability spell perk mode difficulty faction "
        + "class race species tier league division season rank category type kind status state feature flag experiment variant locale country currency language "
        + "lang culture partition topic queue worker endpoint route handler plugin module component service app application team lane slot playlist biome arena tenant "
        + "store warehouse shop env environment version api provider vendor platform model engine method command cmd opcode packet policy rule plan role protocol schema template "
        + "pool database db table broker exchange processor thread cpu core gpu disk volume interface nic port channel hero champion building monster boss enemy mob npc "
        + "resource reward achievement effect animation sound scene tile phase wave mod recipe host machine instance pod metric operation activitysource agent");

    /// <summary>What people give names to: there are as many as there are people.</summary>
    internal static readonly HashSet<string> NamedByPeople = Set(
        "character avatar guild clan party room lobby device file document doc folder directory session match pet squad tournament blob attachment full first last middle family given maiden screen "
        + "real user login logon");

    /// <summary>A last word that says there are few values, whatever stands before it.</summary>
    internal static readonly HashSet<string> Few = Set(
        "type kind class category bucket tier level state status mode method scheme version protocol format region country language locale culture platform role plan direction "
        + "outcome result reason phase stage range band family encoding template pattern route code segment cohort group priority severity flag source origin policy strategy "
        + "provider vendor backend feature variant experiment tld extension ext os operation action command verb shard partition cluster zone map weapon team faction difficulty "
        + "currency topic queue endpoint service component module handler controller pool engine model channel environment env enabled success cached timezone browser gender "
        + "continent datacenter layer scope tech technology reason cause opcode continent rarity brand availability visibility presence flow table schema collection");

    /// <summary>Beside <see cref="Few"/>: last words of whole numbers that are few.</summary>
    internal static readonly HashSet<string> FewNumbers = Set(
        "port generation gen worker cpu core node slot round wave hour minute day month weekday quarter year attempt retry lane lod quality floor major minor replica thread server rank "
        + "tickrate index idx season chapter act star dimension quantile percentile bit bracket");

    /// <summary>Last words that name a form of the thing before them and say nothing themselves.</summary>
    internal static readonly HashSet<string> Forms = Set(
        "str string val value label tag raw full original hex base64 lower upper normalized obj param parameter arg attr attribute field dim text part plain encoded escaped "
        + "current new old long short opt");

    /// <summary>First words of what is true or false.</summary>
    internal static readonly HashSet<string> Questions = Set("is has had can was were should needs supports uses allows with without enable disable no");

    /// <summary>First words of functions that make few values of many.</summary>
    internal static readonly HashSet<string> Bounding = Set(
        "normalize normalise sanitize sanitise bucket bucketize bucketise classify categorize categorise group template limit clamp collapse simplify reduce bound bounded known allow "
        + "allowed cap coarse coarsen quantize quantise round tier canonicalize canonicalise generalize generalise map translate guard restrict");

    /// <summary>Verbs before what a function returns.</summary>
    internal static readonly HashSet<string> Verbs = Set(
        "get fetch read resolve find to extract create generate new make next load lookup try parse format compute calculate build select obtain retrieve decode encode as of from");

    /// <summary>What a function's name ends in without being part of what it returns.</summary>
    internal static readonly HashSet<string> Trailers = Set("async safe internal core or default");

    /// <summary>Last words that are unbounded by themselves, with what they are.</summary>
    internal static readonly Dictionary<string, string> Unbounded = Describe(
        ("a unique identifier", "guid uuid uid pid sid cid xuid puid cuid ulid nanoid ksuid objectid oid rowid jti jsessionid traceparent tracestate suid snowflake eui deveui idfa idfv gaid aaid correlation"),
        ("an e-mail address", "email mail"),
        ("a phone number", "phone telephone tel msisdn phonenumber fax"),
        ("personal data", "ssn iban cvv ccnum pnr vin street passport birthday birthdate dob geohash latitude longitude lat lon lng coordinate coord zip zipcode postcode imei imsi gps"),
        ("a secret", "token bearer csrf xsrf secret password passwd pwd cookie jwt apikey credential otp nonce fingerprint"),
        ("a network address", "ip ipv ipaddress ipaddr srcip dstip remoteip hostport xff mac macaddress macaddr bssid"),
        ("a URL", "url uri href link referer referrer permalink"),
        ("a path", "path filepath pathname querystring"),
        ("a query", "query sql statement searchterm cql"),
        ("free text", "message errmsg errormsg stacktrace backtrace callstack"),
        ("a user agent", "useragent ua"),
        ("a name that people choose", "username nickname gamertag battletag surname firstname lastname fullname realname screenname displayname"),
        ("a file name", "filename"),
        ("a number of an article", "ean upc gtin isbn issn asin"),
        ("a point in time", "timestamp datetime date ts utcnow starttime endtime unixtime"),
        ("a hash", "hash checksum sha sha1 sha256 sha512 md5 etag digest hmac crc crc32"));

    /// <summary>Names that are likely unbounded when nothing is known of the value.</summary>
    internal static readonly Dictionary<string, string> Suspect = Describe(
        ("one of ever more", "session room match lobby guild clan request trace span connection account peer circuit conversation invoice cart"),
        ("one of ever more articles", "sku"),
        ("a code made for one person", "coupon voucher promo"),
        ("a number of its own", "serial offset"),
        ("free text", "description detail details body payload content text comment note notes subject title stack search term"),
        ("a file", "file directory folder"),
        ("a key", "key cursor seed signature sequence seq"),
        ("a network address", "address addr"),
        ("a point in time", "time now epoch expiry"),
        ("a name that people choose", "nick handle login logon alias"));

    /// <summary>Names of several words, judged before their last word.</summary>
    internal static readonly (string[] Words, string What)[] Phrases =
    [
        .. Phrase("a user agent", "user agent", "http agent"),
        .. Phrase("a network address", "host port", "client port", "remote port", "peer port", "remote endpoint", "client endpoint", "peer endpoint", "remote host", "client host", "forwarded for",
            "client address", "remote address", "peer address", "ip address", "mac address", "source address", "src address", "destination address", "dst address", "wallet address",
            "network peer address"),
        .. Phrase("personal data", "email address", "mail address", "street address", "home address", "billing address", "shipping address", "user address", "player address",
            "customer address", "phone number", "mobile number", "cell number", "contact number", "license plate", "number plate", "tax id", "tax number", "vat id", "vat number", "card number", "credit card", "postal code", "zip code", "post code", "social security", "birth date", "date of birth", "account number", "passport number"),
        .. Phrase("a code made for one person", "promo code", "coupon code", "invite code", "invitation code", "verification code", "auth code", "authorization code", "join code", "room code",
            "lobby code", "redeem code", "voucher code", "referral code", "tracking code", "friend code", "device code", "match code", "session code", "gift code"),
        .. Phrase("free text", "error text", "error details", "error detail", "error description", "exception details", "exception detail", "exception text", "exception string", "exception body",
            "exception description", "request body", "response body", "request payload", "response payload", "message body", "message text", "message content", "message payload", "chat text",
            "search text", "search term", "search phrase", "search keyword", "query text", "status description", "user input", "error stack", "exception stack", "user comment", "stack frames"),
        .. Phrase("a name that people choose", "display name", "screen name", "steam name", "preferred username"),
        .. Phrase("a URL", "http target", "request target", "request line"),
        .. Phrase("a key", "cache key", "redis key", "api key", "access key", "idempotency key", "primary key", "row key", "partition key", "storage key", "object key", "session key", "lookup key",
            "secret key", "routing key", "license key", "product key", "foreign key"),
        .. Phrase("a number of its own", "serial number", "tracking number", "sequence number", "reference number", "serial no", "line number", "row number", "seq no"),
        .. Phrase("a point in time", "last seen", "last login", "last active", "start time", "end time", "created time", "creation time", "update time", "login time", "logout time", "join time",
            "leave time", "event time", "request time", "arrival time", "departure time", "begin time", "finish time", "expiry time", "expiration time", "server time", "local time", "current time",
            "utc time", "unix time", "epoch ms", "epoch seconds", "utc now", "time now", "unix seconds", "unix ms"),
    ];

    /// <summary>Names of several words that are harmless although their last word is not.</summary>
    internal static readonly string[][] HarmlessPhrases =
    [
        .. new[]
        {
            "code path", "critical path", "learning path", "execution path", "happy path", "fast path", "slow path", "hot path", "cold path", "upgrade path", "render path", "io path",
            "commit hash", "git hash", "build hash", "git sha", "commit sha", "build sha", "build date", "build time", "build timestamp", "release date", "server address", "listen address", "bind address",
            "server port", "stored query", "query name", "token scheme", "hash algorithm", "hit box", "time of day", "day of week", "day of month", "day time", "feature key", "config key", "setting key",
            "resource key", "translation key", "cache name", "client name", "room size", "real time", "play time", "game time", "run time", "up time", "down time", "part time", "over time",
            "response time", "wait time", "just in time", "ahead of time", "compile time", "first time", "deep link", "up link", "down link", "broken link", "job key", "sort key", "type key", "event name",
            "message name", "body part", "metric path", "network path", "data path", "schema id", "app id", "build id", "consumer group id", "trace flags",
        }.Select(static phrase => phrase.Split(' ')),
    ];

    internal static bool IsThing(string word) => Persons.Contains(word) || Things.Contains(word);

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);

    private static Dictionary<string, string> Describe(params (string What, string Words)[] groups) => groups
        .SelectMany(static group => group.Words.Split(' ').Select(word => (word, group.What)))
        .ToDictionary(static entry => entry.word, static entry => entry.What, StringComparer.Ordinal);

    private static IEnumerable<(string[], string)> Phrase(string what, params string[] phrases) => phrases.Select(phrase => (phrase.Split(' '), what));
}
