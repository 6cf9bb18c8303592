using Instrumentation.Analyzers.Cardinality;

namespace Instrumentation.Analyzers.Tests.Cardinality;

public class UnboundedNamesTests
{
    private const string Plain = """
        player_id playerId PlayerID player.id player-id playerid PLAYER_ID playerIds playerIDs player_ids uid uuid guid user_id userId UserID userid user.id enduser.id user_uid userGuid
        account_id accountId account_number character_id characterId session_id sessionId SessionID sessionid session_token connection_id connectionId ConnectionID conn_id request_id requestId
        x_request_id X-Request-Id trace_id traceId TraceID span_id correlation_id CorrelationId correlationID message_id messageId msg_id order_id orderId order_number transaction_id txn_id
        match_id matchId room_id roomId RoomID device_id deviceId client_id clientId socket_id socketId ws_id customer_id member_id visitor_id subscriber_id
        email e_mail e-mail email_address EmailAddress user_email mail contact_email phone phone_number phoneNumber telephone msisdn
        ip client_ip clientIp ClientIP ip_address ipAddress IPAddress remote_ip source_ip remote_addr remoteAddress peer_address mac_address host_port hostPort
        url uri request_url RequestUri full_url url.full http.url callback_url path request_path file_path url.path FilePath query query_string queryString sql db.statement http.target referer
        user_agent userAgent UserAgent useragent user_agent.original message error_message errorMessage exception_message exception.message chat_message msg stack_trace stackTrace stacktrace
        exception.stacktrace exception_text exception_details error_text error_description token access_token auth_token session_token api_key apiKey jwt password cookie
        username user_name userName UserName player_name playerName nickname nick_name first_name last_name full_name display_name gamertag gamer_tag surname customer_name character_name guild_name room_name
        timestamp time_stamp created_at createdAt updated_at started_at expires_at date datetime start_time end_time login_time birth_date last_seen event_timestamp
        hash file_hash content_hash sha256 md5 checksum etag filename file_name fileName FileName document_name cache_key idempotency_key row_key
        invoice_id payment_id ticket_id cart_id booking_id lobby_id party_id guild_id clan_id event_id file_id document_id post_id comment_id chat_id conversation_id entity_id
        latitude longitude ssn postcode zip_code promo_code invite_code serial_number tracking_number subscription_id id identifier player user customer target_player attacker_id
        id_user user_id_str user_id_value wallet_address steam_id discord_user_id license_key traceparent
        pid sid cid xuid jsessionid usr usrid acct acct_no acctno cust_id custid iban cvv vin tax_id vat_number license_plate mac mac_addr macaddr bssid srcip dst_ip userip xff ipv6
        correlation corr_id req_id tx_id txid trans_id session trace account user_session sess errmsg errorMsg err_msg ex_message ean upc gtin isbn street mobile_number gps
        created_on starttime bearer csrf char_name char_id summoner_name battletag blob_name search_phrase deveui idfa nanoid ksuid
        """;

    private const string Harmless = """
        user_type userType player_type session_state sessionState player_count_bucket message_type messageType path_kind url_scheme request_method http_method order_status orderStatus connection_type
        ip_version room_type error_code errorCode player_tier player_region user_role account_type account_status character_class characterClass device_type deviceType client_type client_version
        client_platform match_mode match_type matchState transaction_type payment_method payment_provider token_type query_type message_kind message_direction email_template email_provider phone_type
        date_format time_zone timezone event_type event_name user_segment user_plan user_country user_language user_group user_agent_family customer_tier customer_segment subscription_plan
        http_route http.route route url_template path_template file_type file_extension fileFormat hash_algorithm exception_type exception.type error_type error.type request_type request_protocol
        response_code status_code http_status_code http.response.status_code grpc_status weapon_id weaponId map_id mapId region_id zone_id shard_id server_id node_id tenant_id
        queue topic partition partition_id consumer_group db_operation db.operation table command command_type opcode packet_type level level_id difficulty
        game_mode gameMode team team_id faction platform os build_hash commit_hash git_sha server_address region map weapon weapon_type
        is_user is_new_player has_session code_path cold_path worker_id thread_id cpu_id instance_id hit_result cache_result currency country locale day_of_week time_of_day session_length_bucket
        message_name span_name host_name map_name weapon_name connection_name client_name request_name room_size_class
        player_class user_tier mac_type account_class trace_level sku_type tls_version body_part err_type conn_state acct_type char_class tx_type
        req_method usr_role product_category card_brand currency_code auth_method sql_operation gc_generation_type
        """;

    private const string Neutral = """
        name gpu host hostname pod namespace error exception client device character socket thread mutation amount size score
        atlas canvas bias alias news series casino ownership friendship turned_on powered_on trading_session race_session
        valid paid grid android squid hybrid void druid raid solid
        """;

    public static TheoryData<string> Unbounded() => Words(Plain);

    public static TheoryData<string> Bounded() => Words(Harmless);

    public static TheoryData<string> Silent() => Words(Neutral);

    [Theory]
    [MemberData(nameof(Unbounded))]
    public void A_name_that_says_so_is_unbounded(string name)
    {
        var verdict = UnboundedNames.Judge(name);

        Assert.Equal(Certainty.Certain, verdict.Certainty);
        Assert.NotEmpty(verdict.What);
    }

    [Theory]
    [MemberData(nameof(Bounded))]
    public void A_name_that_says_what_kind_is_harmless(string name) =>
        Assert.Equal(NameVerdict.Harmless, UnboundedNames.Judge(name));

    [Theory]
    [MemberData(nameof(Silent))]
    public void Other_names_say_nothing(string name) =>
        Assert.NotEqual(Certainty.Certain, UnboundedNames.Judge(name).Certainty);

    [Theory]
    [InlineData("sensor_id", "an id of a sensor")]
    [InlineData("itemId", "an id of an item")]
    [InlineData("trading_session", "one of ever more")]
    [InlineData("room", "one of ever more")]
    [InlineData("sku", "one of ever more articles")]
    [InlineData("coupon", "a code made for one person")]
    [InlineData("job_id", "an id of a job")]
    [InlineData("description", "free text")]
    [InlineData("key", "a key")]
    public void The_id_of_an_unknown_thing_is_likely_unbounded(string name, string what) =>
        Assert.Equal(new NameVerdict(Certainty.Likely, what), UnboundedNames.Judge(name));

    [Theory]
    [InlineData("userIDs", "user ids")]
    [InlineData("HTTPPath", "http path")]
    [InlineData("clientIPv4", "client ipv")]
    [InlineData("X-Forwarded-For", "x forwarded for")]
    [InlineData("http.request.method", "http request method")]
    [InlineData("e_mail", "email")]
    [InlineData("playerid", "player id")]
    [InlineData("player2Id", "player id")]
    [InlineData("acctNo", "account no")]
    [InlineData("errMsg", "error message")]
    [InlineData("custid", "customer id")]
    [InlineData("_", "")]
    public void Names_are_split_into_words(string name, string words) => Assert.Equal(words, string.Join(" ", NameWords.Split(name)));

    private static TheoryData<string> Words(string text) => [.. text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)];
}
