using static Beffroi.Detection.Tests.Read;

namespace Beffroi.Detection.Tests;

/// <summary>One invented post in each form that the reader knows.</summary>
public sealed class PostFormsTests
{
    [Fact]
    public void The_table_of_the_challenge()
    {
        var post = Post("set,lang,id,author_id,created_at,text\n4,fr,p-1,a-1,2024-03-16T00:00:08.000Z,\"bonjour, \"\"vous\"\"\n#matin\"\n");
        Assert.Equal(("p-1", "a-1", Utc(2024, 3, 16, 0, 0, 8), "bonjour, \"vous\"\n#matin", "fr"), (post.Id, post.AccountId, post.CreatedAt, post.Text, post.Language));
        Assert.Null(post.Urls);
    }

    [Fact]
    public void Twitter_v1_with_its_whole_text()
    {
        var post = Post("""{"created_at":"Thu Jan 02 10:00:00 +0000 2020","id":5,"id_str":"5000000000000000001","text":"le début…","truncated":true,"source":"<a href=\"https://exemple.fr\" rel=\"nofollow\">Horloge</a>","in_reply_to_status_id_str":"3","in_reply_to_user_id_str":"9","user":{"id":7,"id_str":"7","screen_name":"lou"},"quoted_status_id_str":"2","extended_tweet":{"full_text":"le début et la fin https://t.co/x","entities":{"urls":[{"url":"https://t.co/x","expanded_url":"https://exemple.fr/page","display_url":"x"}],"media":[{"expanded_url":"https://twitter.com/photo"}]}},"entities":{"urls":[]},"lang":"fr"}""");
        Assert.Equal(("5000000000000000001", "7", "le début et la fin https://t.co/x", "fr", "Horloge"), (post.Id, post.AccountId, post.Text, post.Language, post.Source));
        Assert.Equal(("3", "2", null), (post.ReplyTo, post.QuoteOf, post.RepostOf));
        Assert.Equal(["https://exemple.fr/page"], post.Urls);
        Assert.Equal("4", Post("""{"created_at":"Thu Jan 02 10:00:00 +0000 2020","id_str":"5","full_text":"RT @x: y","user":{"id_str":"7"},"retweeted_status":{"id":4,"id_str":"4","text":"y","user":{"id_str":"8"}}}""").RepostOf);
    }

    [Fact]
    public void X_API_v2_in_a_page_without_the_posts_it_only_quotes()
    {
        var posts = Posts("""{"data":[{"id":"5","text":"un","author_id":"7","created_at":"2024-01-01T00:00:00.000Z","lang":"fr","referenced_tweets":[{"type":"replied_to","id":"1"},{"type":"quoted","id":"2"}],"entities":{"urls":[{"url":"https://t.co/a","expanded_url":"https://court.fr/a","unwound_url":"https://exemple.fr/a"}]}},{"id":"6","text":"RT","author_id":"7","created_at":"2024-01-01T00:00:01.000Z","referenced_tweets":[{"type":"retweeted","id":"3"}]}],"includes":{"tweets":[{"id":"1","text":"autre","author_id":"8","created_at":"2023-01-01T00:00:00.000Z"}],"users":[{"id":"7","username":"lou"}]},"meta":{"result_count":2}}""").ConvertAll(Sound);
        Assert.Equal(["5", "6"], posts.Select(p => p.Id));
        Assert.Equal(("1", "2", null, "7"), (posts[0].ReplyTo, posts[0].QuoteOf, posts[0].RepostOf, posts[0].AccountId));
        Assert.Equal(["https://exemple.fr/a"], posts[0].Urls);
        Assert.Equal("3", posts[1].RepostOf);
    }

    [Fact]
    public void Mastodon()
    {
        var post = Post("""{"id":"99","uri":"https://exemple.social/99","created_at":"2024-01-01T00:00:00.000Z","in_reply_to_id":"98","language":"fr","content":"<p>Vu &amp; lu :<br>ici <a href=\"https://exemple.fr/a?b=1&amp;c=2\">lien</a> <a href=\"https://exemple.social/tags/x\" class=\"mention hashtag\">#x</a></p>","reblog":null,"application":{"name":"Web"},"account":{"id":"109","acct":"gare"},"card":{"url":"https://exemple.fr"}}""");
        Assert.Equal(("99", "109", "Vu & lu :\nici lien #x", "fr", "Web", "98"), (post.Id, post.AccountId, post.Text, post.Language, post.Source, post.ReplyTo));
        Assert.Equal(["https://exemple.fr/a?b=1&c=2"], post.Urls);
    }

    [Theory]
    [InlineData("""{"did":"did:plc:a","time_us":1725911162329308,"kind":"commit","commit":{"rev":"r","operation":"create","collection":"app.bsky.feed.post","rkey":"k1","record":RECORD,"cid":"c"}}""")]
    [InlineData("""{"$type":"message","payload":{"$type":"network.bsky.jetstream.subscribeEvents#commit","seq":5,"did":"did:plc:a","time":"2024-09-09T19:46:02.329308Z","rev":"r","operation":"create","collection":"app.bsky.feed.post","rkey":"k1","cid":"c","record":RECORD}}""")]
    public void Jetstream(string form)
    {
        const string Record = """{"$type":"app.bsky.feed.post","createdAt":"2024-09-09T19:46:02.102Z","langs":["fr","en"],"reply":{"parent":{"cid":"x","uri":"at://did:plc:b/app.bsky.feed.post/p"},"root":{"cid":"x","uri":"at://did:plc:b/app.bsky.feed.post/r"}},"embed":{"$type":"app.bsky.embed.record","record":{"cid":"q","uri":"at://did:plc:c/app.bsky.feed.post/q"}},"facets":[{"features":[{"$type":"app.bsky.richtext.facet#link","uri":"https://exemple.fr/"}],"index":{"byteEnd":4,"byteStart":0}}],"text":"lire ici"}""";
        var post = Post(form.Replace("RECORD", Record, StringComparison.Ordinal));
        Assert.Equal(("at://did:plc:a/app.bsky.feed.post/k1", "did:plc:a", "lire ici", "fr"), (post.Id, post.AccountId, post.Text, post.Language));
        Assert.Equal(("at://did:plc:b/app.bsky.feed.post/p", "at://did:plc:c/app.bsky.feed.post/q"), (post.ReplyTo, post.QuoteOf));
        Assert.Equal(["https://exemple.fr/"], post.Urls);
        Assert.Equal(Utc(2024, 9, 9, 19, 46, 2).AddMilliseconds(102), post.CreatedAt);
    }

    [Fact]
    public void Jetstream_gives_reposts_and_passes_over_what_is_not_a_post()
    {
        const string Head = "{\"did\":\"did:plc:a\",\"time_us\":1725911162329308,\"kind\":\"commit\",\"commit\":{\"rev\":\"r\",";
        var steps = Posts($$$$$"""
            {{{{{Head}}}}}"operation":"create","collection":"app.bsky.feed.repost","rkey":"k","record":{"createdAt":"2031-01-01T00:00:00Z","subject":{"cid":"x","uri":"at://did:plc:b/app.bsky.feed.post/p"}}}}
            {{{{{Head}}}}}"operation":"create","collection":"app.bsky.feed.like","rkey":"k","record":{"createdAt":"2024-09-09T19:46:02Z","subject":{"uri":"at://x"}}}}
            {{{{{Head}}}}}"operation":"delete","collection":"app.bsky.feed.post","rkey":"k"}}
            {"did":"did:plc:a","time_us":1725911162329308,"kind":"identity","identity":{"did":"did:plc:a","handle":"a.example"}}
            """);
        Assert.Equal("at://did:plc:b/app.bsky.feed.post/p", steps[0].Value!.RepostOf);
        Assert.Equal(Utc(2024, 9, 9, 19, 46, 2).AddTicks(3293080), steps[0].Value!.CreatedAt);
        Assert.Equal([ReadingCode.ControlMessage, ReadingCode.ControlMessage, ReadingCode.ControlMessage], steps.Skip(1).Select(s => s.Problem!.Code));
    }

    [Fact]
    public void The_table_of_the_trolls_has_american_dates_of_one_minute_and_is_by_name()
    {
        var post = Post("external_author_id,author,content,region,language,publish_date,harvested_date,following,followers,updates,post_type,retweet\n9.06E+17,INVENTE,\"Bonjour\",Unknown,French,3/4/2017 19:58,3/4/2017 19:59,1,2,3,,0\n");
        Assert.Equal(("", "INVENTE", Utc(2017, 3, 4, 19, 58), "Bonjour", "French"), (post.Id, post.AccountId, post.CreatedAt, post.Text, post.Language));
    }

    [Theory]
    [InlineData("message_id,user_id,username,repost_id,reply_id,message,timestamp,urls\n5,7,lou,,3,bonjour,1577959200,\n")]
    [InlineData("tweetid,userid,user_screen_name,retweet_tweetid,in_reply_to_tweetid,tweet_text,tweet_time,urls\n5,7,lou,NULL,3,bonjour,2020-01-02 10:00,[]\n")]
    public void Tables_of_research_and_of_archives(string text)
    {
        var post = Post(text);
        Assert.Equal(("5", "7", "3", null, "bonjour", Utc(2020, 1, 2, 10)), (post.Id, post.AccountId, post.ReplyTo, post.RepostOf, post.Text, post.CreatedAt));
        Assert.Empty(post.Urls!);
    }

    [Fact]
    public void Addresses_are_told_apart() =>
        Assert.Equal(["https://a.fr/1", "https://b.fr"], Post("id,author_id,created_at,urls\n1,2,2020-01-02,\"['https://a.fr/1', 'https://b.fr']\"\n").Urls);

    [Fact]
    public void A_post_without_a_date_is_said_and_passed_over()
    {
        Assert.Equal([(2L, ReadingCode.UnreadableDate, "created_at"), (2L, ReadingCode.Incomplete, null)], Posts("id,author_id,created_at,text\n1,2,hier,bonjour\n").Select(Problem));
        Assert.Equal([(1L, ReadingCode.Incomplete, null)], Posts("""{"id":"1","text":"bonjour","author_id":"3"}""").Select(Problem));
    }
}
