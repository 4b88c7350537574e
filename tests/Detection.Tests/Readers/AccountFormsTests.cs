using static Beffroi.Detection.Tests.Read;

namespace Beffroi.Detection.Tests;

/// <summary>One invented account in each form that the reader knows.</summary>
public sealed class AccountFormsTests
{
    const string TwitterUser = """
        {"id":1234567890123456789,"id_str":"1234567890123456789","name":"Maya \ud83c\udf37","screen_name":"maya_lit","location":"","description":"Lectrice\net marcheuse","url":null,
        "protected":false,"followers_count":120,"friends_count":80,"listed_count":2,"created_at":"Wed Aug 27 13:08:45 +0000 2008","favourites_count":33,"geo_enabled":true,"verified":false,
        "statuses_count":4100,"lang":"fr","status":{"id":9,"text":"bonjour","user":{"screen_name":"no"}},"entities":{"url":{"urls":[]}},"profile_use_background_image":true,"default_profile":true,"default_profile_image":false}
        """;

    [Fact]
    public void Twitter_v1_on_one_line_or_several()
    {
        foreach (var text in new[] { TwitterUser, TwitterUser.ReplaceLineEndings(""), $"[{TwitterUser}]", $"[\n{TwitterUser.ReplaceLineEndings("")}\n]" })
        {
            var account = Account(text);
            Assert.Equal((Network.Twitter, "1234567890123456789", "maya_lit", "Maya 🌷"), (account.Network, account.Id, account.Handle, account.DisplayName));
            Assert.Equal(Utc(2008, 8, 27, 13, 8, 45), account.CreatedAt);
            Assert.Equal((4100, 120, 80, 33, 2), (account.Posts, account.Followers, account.Following, account.Favourites, account.Listed));
            Assert.Equal((false, true, false, true, false, true), (account.Verified, account.DefaultProfile, account.DefaultImage, account.BackgroundImage, account.Protected, account.GeoEnabled));
            Assert.Equal(("fr", "", null, "Lectrice\net marcheuse"), (account.Language, account.Location, account.Url, account.Description));
            Assert.Null(account.ObservedAt);
            Assert.Null(account.DeclaredBot);
        }
    }

    [Fact]
    public void Authors_of_posts_of_Twitter_v1_once_each()
    {
        var post = """{"created_at":"Thu Jan 02 10:00:00 +0000 2020","id_str":"5","timestamp_ms":"1577959200000","text":"a","user":{"id_str":"7","screen_name":"lou","statuses_count":3,"followers_count":1,"friends_count":2},"retweeted_status":{"id_str":"4","text":"b","user":{"id_str":"8","screen_name":"noa","statuses_count":1}}}""";
        var steps = Accounts($"{post}\n{post}\n");
        Assert.Equal(["7", "8"], steps.Where(s => s.Value is not null).Select(s => s.Value!.Account.Id).Order());
        Assert.All(steps.Where(s => s.Value is not null), s => Assert.Equal(Utc(2020, 1, 2, 10), s.Value!.Account.ObservedAt));
        Assert.Equal([(2L, ReadingCode.Repeated, null), (2L, ReadingCode.Repeated, null)], steps.Where(s => s.Problem is not null).Select(Problem));
    }

    [Theory]
    [InlineData("""{"data":USER}""")]
    [InlineData("""{"data":[USER],"meta":{"result_count":1}}""")]
    [InlineData("""{"data":[{"id":"5","text":"bonjour","author_id":"2244994945","created_at":"2024-01-01T00:00:00.000Z"}],"includes":{"users":[USER],"tweets":[]},"__twarc":{"url":"x","retrieved_at":"2024-03-01T00:00:00+00:00"}}""")]
    [InlineData("""{"id":"5","text":"bonjour","author_id":"2244994945","author":USER}""")]
    [InlineData("[USER]")]
    [InlineData("USER")]
    public void X_API_v2(string form)
    {
        const string User = """{"id":"2244994945","username":"atelier","name":"L’atelier","created_at":"2013-12-14T04:35:55.000Z","protected":false,"verified":true,"public_metrics":{"followers_count":500,"following_count":20,"tweet_count":3000,"listed_count":4,"like_count":60},"profile_image_url":"https://pbs.twimg.com/profile_images/1/a.jpg","description":"","location":"Nantes"}""";
        var account = Account(form.Replace("USER", User, StringComparison.Ordinal));
        Assert.Equal((Network.Twitter, "2244994945", "atelier", "L’atelier"), (account.Network, account.Id, account.Handle, account.DisplayName));
        Assert.Equal((3000, 500, 20, 60, 4), (account.Posts, account.Followers, account.Following, account.Favourites, account.Listed));
        Assert.Equal((true, false, false, "", "Nantes"), (account.Verified, account.DefaultImage, account.Protected, account.Description, account.Location));
        Assert.Equal(Utc(2013, 12, 14, 4, 35, 55), account.CreatedAt);
        Assert.Equal(form.Contains("twarc", StringComparison.Ordinal) ? Utc(2024, 3, 1) : null, account.ObservedAt);
        Assert.Null(account.DefaultProfile);
    }

    [Fact]
    public void Bluesky()
    {
        var account = Account("""{"did":"did:plc:abcdefgh","handle":"rive.example","displayName":"Rive","description":"au bord de l’eau","followersCount":10,"followsCount":20,"postsCount":30,"createdAt":"2024-05-06T07:08:09.123Z","indexedAt":"2024-05-07T00:00:00Z","labels":[{"src":"did:plc:x","val":"bot"}],"verification":{"verifiedStatus":"valid","trustedVerifierStatus":"none"},"viewer":{"muted":false}}""");
        Assert.Equal((Network.Bluesky, "did:plc:abcdefgh", "rive.example", "Rive"), (account.Network, account.Id, account.Handle, account.DisplayName));
        Assert.Equal((30, 10, 20), (account.Posts, account.Followers, account.Following));
        Assert.Equal((true, true), (account.DeclaredBot, account.Verified));
        Assert.Equal(Utc(2024, 5, 6, 7, 8, 9).AddMilliseconds(123), account.CreatedAt);
        Assert.Null(account.Favourites);
        Assert.Single(Accounts("""{"profiles":[{"did":"did:plc:a","handle":"a.example"}]}"""));
    }

    [Theory]
    [InlineData("ACCOUNT")]
    [InlineData("""{"id":"99","created_at":"2024-01-01T00:00:00.000Z","content":"<p>hé</p>","account":ACCOUNT,"reblog":null}""")]
    public void Mastodon_alone_or_in_a_status(string form)
    {
        const string One = """{"id":"109","username":"gare","acct":"gare@exemple.social","display_name":"La gare","locked":true,"bot":true,"created_at":"2022-11-05T00:00:00.000Z","note":"<p>Horaires &amp; retards</p><p>par <a href=\"https://exemple.fr\">nous</a></p>","url":"https://exemple.social/@gare","avatar":"https://exemple.social/avatars/original/missing.png","followers_count":7,"following_count":0,"statuses_count":9000,"fields":[{"name":"site","value":"x"}]}""";
        var account = Account(form.Replace("ACCOUNT", One, StringComparison.Ordinal));
        Assert.Equal((Network.Mastodon, "109", "gare@exemple.social", "La gare"), (account.Network, account.Id, account.Handle, account.DisplayName));
        Assert.Equal((9000, 7, 0), (account.Posts, account.Followers, account.Following));
        Assert.Equal((true, true, true), (account.DeclaredBot, account.Protected, account.DefaultImage));
        Assert.Equal("Horaires & retards\npar nous", account.Description);
        Assert.Null(account.Verified);
    }

    [Fact]
    public void The_table_of_the_data_sets()
    {
        const string Table = """
            dataset,subset,id,screen_name,name,created_at,probe_at,statuses_count,followers_count,friends_count,favourites_count,listed_count,verified,default_profile,default_profile_image,profile_use_background_image,protected,geo_enabled,lang,location,url,description,label
            essai,un,77,zoe_b,Zoé B,2015-10-17T22:35:31Z,2018-01-09T16:38:26Z,10,1,2,3,,0,1,0,,,1,fr,,,"Deux lignes
            et une ""citation"", oui",human
            essai,deux,78,robot78,,,,5,,,,,,,,,,,,,,,bot
            """;
        var records = Accounts(Table).Select(Sound).ToList();
        Assert.Equal((AccountLabel.Human, "essai", "un"), (records[0].Label, records[0].Set, records[0].Subset));
        Assert.Equal("Deux lignes\net une \"citation\", oui", records[0].Account.Description);
        Assert.Equal(Utc(2018, 1, 9, 16, 38, 26), records[0].Account.ObservedAt);
        Assert.Equal((false, true, false, null, null, true), (records[0].Account.Verified, records[0].Account.DefaultProfile, records[0].Account.DefaultImage, records[0].Account.BackgroundImage, records[0].Account.Protected, records[0].Account.GeoEnabled));
        Assert.Null(records[0].Account.Listed);
        Assert.Equal(new() { Network = Network.Twitter, Id = "78", Handle = "robot78", Posts = 5, Description = "" }, records[1].Account);
        Assert.Equal((AccountLabel.Bot, "deux"), (records[1].Label, records[1].Subset));
    }

    [Fact]
    public void A_count_of_the_posts_given_is_not_a_count_of_the_posts_published()
    {
        var record = Sound(Assert.Single(Accounts("set,lang,id,username,name,description,location,tweet_count,z_score,label\n4,fr,a-1,lila,Lila,,Lyon,72,2.2,bot\n")));
        Assert.Equal(new(new() { Network = Network.Twitter, Id = "a-1", Handle = "lila", DisplayName = "Lila", Description = "", Location = "Lyon", Language = "fr" }, AccountLabel.Bot, "4"), record);
    }

    [Theory]
    [InlineData("\uFEFFuser_id;screenName;Followers Count;is_bot\r\n42;tom;1200;yes\r\n")]
    [InlineData("user_id\tscreenName\tFollowers Count\tis_bot\n42\ttom\t1200\t1\n")]
    [InlineData("\"user_id\",\"screenName\",\"Followers Count\",\"is_bot\"\n\"42\",\"@tom\",\"1200\",\"True\"")]
    public void Other_tables(string text)
    {
        var record = Sound(Assert.Single(Accounts(text)));
        Assert.Equal(new(new() { Network = Network.Twitter, Id = "42", Handle = "tom", Followers = 1200 }, AccountLabel.Bot), record);
    }

    [Fact]
    public void A_table_with_names_of_its_own_is_read_with_a_mapping()
    {
        var options = new ReadingOptions { Columns = new Dictionary<string, string> { ["compte"] = "id", ["Abonnés"] = "followers_count" }, Network = Network.Mastodon };
        Assert.Equal(new() { Network = Network.Mastodon, Id = "42", Followers = 8 }, Account("compte,abonnés\n42,8\n", options));
    }

    [Fact]
    public void Labels_and_observation_beside_an_account_in_JSON()
    {
        var record = Sound(Assert.Single(Accounts("""{"id":"1","screen_name":"a","probe_at":"2020-01-01","label":"bot","dataset":"essai"}""")));
        Assert.Equal((AccountLabel.Bot, "essai", Utc(2020, 1, 1)), (record.Label, record.Set, record.Account.ObservedAt));
    }

    [Fact]
    public void The_archive_that_a_person_asks_of_X()
    {
        var account = Account("window.YTD.account.part0 = [\n  {\n    \"account\" : {\n      \"email\" : \"lou@exemple.fr\",\n      \"username\" : \"lou\",\n      \"accountId\" : \"9007199254740993\",\n      \"createdAt\" : \"2011-05-06T07:08:09.000Z\",\n      \"accountDisplayName\" : \"Lou\"\n    }\n  }\n]");
        Assert.Equal(new() { Network = Network.Twitter, Id = "9007199254740993", Handle = "lou", DisplayName = "Lou", CreatedAt = Utc(2011, 5, 6, 7, 8, 9) }, account);
    }

    [Fact]
    public void An_account_whose_network_is_named_or_unknown_invents_none()
    {
        Assert.Equal(Network.Mastodon, Account("""{"id":"1","username":"a","network":"mastodon"}""").Network);
        var steps = Accounts("""{"id":"1","username":"a","platform":"vk","followers_count":3}""");
        Assert.Equal((1L, ReadingCode.UnknownNetwork, "network"), Problem(steps[0]));
        Assert.Equal((Network.Other, 3L), (steps[1].Value!.Account.Network, steps[1].Value!.Account.Followers));
        Assert.Equal([(ReadingCode?)ReadingCode.UnknownNetwork, null], Accounts("""{"id":"1","username":"a"}""").Select(s => s.Problem?.Code));
        Assert.Equal(ReadingCode.UnknownObject, Assert.Single(Accounts("""{"pk":5,"follower_count":3}""")).Problem!.Code);
    }
}
