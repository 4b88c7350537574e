using Beffroi.Chat.Cases;

namespace Beffroi.Chat.Tests.Cases;

public sealed class ObservableTests
{
    static string? Url(string text) => Observable.Read(ObservableKind.Url, text)?.Value;

    [Theory]
    [InlineData("https://example.org", "https://example.org/")]
    [InlineData("HTTP://WWW.Example.ORG:80/", "https://example.org/")]
    [InlineData("https://example.org:443/a/", "https://example.org/a")]
    [InlineData("http://example.org:8080/a", "http://example.org:8080/a")]
    [InlineData("https://example.org/a#section", "https://example.org/a")]
    [InlineData("https://example.org/a#:~:text=faux", "https://example.org/a")]
    [InlineData("https://example.org/#!/page", "https://example.org/#!/page")]
    [InlineData("https://example.org/a/../b/./c", "https://example.org/b/c")]
    [InlineData("https://example.org/%7Euser/%c3%a9t%C3%A9", "https://example.org/~user/%C3%A9t%C3%A9")]
    [InlineData("https://example.org/été", "https://example.org/%C3%A9t%C3%A9")]
    [InlineData("https://example.org/Page", "https://example.org/Page")]
    [InlineData("https://example.org/a?b=2&a=1", "https://example.org/a?a=1&b=2")]
    [InlineData("https://example.org/a?utm_source=x&utm_medium=y&id=3&fbclid=abc", "https://example.org/a?id=3")]
    [InlineData("https://example.org/a?fbclid=abc", "https://example.org/a")]
    [InlineData("https://example.org/a?", "https://example.org/a")]
    [InlineData("https://example.org/a?tag=2&tag=1", "https://example.org/a?tag=2&tag=1")]
    [InlineData("https://example.org./a", "https://example.org/a")]
    [InlineData("https://élysée.example.org/", "https://xn--lyse-9oad.example.org/")]
    [InlineData("https://xn--lyse-9oad.example.org/", "https://xn--lyse-9oad.example.org/")]
    [InlineData("https://ministere.gouv.fr@example.org/a", "https://example.org/a")]
    [InlineData("https://m.example.org/a", "https://example.org/a")]
    [InlineData("https://mobile.example.org/a", "https://example.org/a")]
    [InlineData("https://fr.m.example.org/wiki/A", "https://fr.example.org/wiki/A")]
    [InlineData("https://m.co/a", "https://m.co/a")]
    [InlineData("https://www.co.uk/a", "https://www.co.uk/a")]
    [InlineData("https://m.gouv.fr/a", "https://m.gouv.fr/a")]
    [InlineData("hxxps://example[.]org/a", "https://example.org/a")]
    [InlineData("hxxp[:]//example[.]org/a", "https://example.org/a")]
    [InlineData("www.example.org/a", "https://example.org/a")]
    [InlineData("http://192.0.2.7/a", "https://192.0.2.7/a")]
    [InlineData("http://[2001:DB8::1]/a", "https://[2001:db8::1]/a")]
    [InlineData("https://twitter.com/Someone/status/123?s=20&t=abc", "https://x.com/someone/status/123")]
    [InlineData("https://mobile.twitter.com/Someone", "https://x.com/someone")]
    [InlineData("https://youtu.be/dQw4w9WgXcQ?si=abc", "https://youtube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com/shorts/dQw4w9WgXcQ", "https://youtube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://m.youtube.com/watch?v=dQw4w9WgXcQ&feature=share&t=10", "https://youtube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://t.me/s/Chaine/12", "https://t.me/chaine/12")]
    [InlineData("https://telegram.me/Chaine/12", "https://t.me/chaine/12")]
    [InlineData("https://t.me/+AbCdEf", "https://t.me/+AbCdEf")]
    [InlineData("https://mbasic.facebook.com/Page/posts/1", "https://facebook.com/page/posts/1")]
    [InlineData("https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fa%3Futm_source%3Dfb&h=xyz", "https://example.org/a")]
    [InlineData("https://www.google.com/url?sa=t&url=https%3A%2F%2Fexample.org%2Fa", "https://example.org/a")]
    [InlineData("https://www-example-org.cdn.ampproject.org/c/s/www.example.org/a", "https://example.org/a")]
    public void One_page_has_one_address(string written, string canonical) => Assert.Equal(canonical, Url(written));

    [Theory]
    [InlineData("")]
    [InlineData("exemple")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("ftp://example.org/a")]
    [InlineData("https://")]
    [InlineData("https://exa mple.org/")]
    [InlineData("https://example.org\\@evil.example/")]
    [InlineData("https://-a.example.org/")]
    [InlineData("https://example.org/a\u0007b")]
    public void What_is_no_address_of_the_web_is_refused(string written) => Assert.Null(Url(written));

    [Fact]
    public void An_address_without_end_is_refused() => Assert.Null(Url("https://example.org/" + new string('a', 2_000)));

    [Theory]
    [InlineData("Example.ORG.", "example.org")]
    [InlineData("www.example.org", "example.org")]
    [InlineData("example[.]org", "example.org")]
    [InlineData("Élysée.example.org", "xn--lyse-9oad.example.org")]
    [InlineData("аррӏе.com", "xn--80ak6aa92e.com")]
    [InlineData("192.0.2.7", null)]
    [InlineData("localhost", null)]
    [InlineData("a..b", null)]
    [InlineData("a_b.example.org", null)]
    public void A_domain_is_in_ASCII_and_lower_case(string written, string? canonical) =>
        Assert.Equal(canonical, Observable.Read(ObservableKind.Domain, written)?.Value);

    [Theory]
    [InlineData("x", "@SomeOne", "someone")]
    [InlineData("x", "some one", null)]
    [InlineData("facebook", "Some.One", "someone")]
    [InlineData("youtube", "UCAbCdEfGhIjKlMnOpQrStUv", "UCAbCdEfGhIjKlMnOpQrStUv")]
    [InlineData("youtube", "@SomeOne", "someone")]
    [InlineData("mastodon", "@Some@Example.ORG", "some@example.org")]
    [InlineData("mastodon", "some", null)]
    [InlineData("bluesky", "@Some.bsky.social", "some.bsky.social")]
    [InlineData("telegram", "abc", null)]
    [InlineData("forum.example", "Ｊean", "jean")]
    [InlineData("Forum", "jean", null)]
    public void An_account_is_written_as_its_network_tells_accounts_apart(string network, string written, string? canonical) =>
        Assert.Equal(canonical, Observable.Read(ObservableKind.Account, written, network)?.Value);

    [Theory]
    [InlineData("#Élection2027", "élection2027")]
    [InlineData("＃ＡＢＣ", "abc")]
    [InlineData("#e\u0301t\u00E9", "été")]
    [InlineData("#2027", null)]
    [InlineData("#a-b", null)]
    [InlineData("\uD800", null)]
    public void A_hashtag_is_a_word_in_lower_case(string written, string? canonical) =>
        Assert.Equal(canonical, Observable.Read(ObservableKind.Hashtag, written)?.Value);

    [Fact]
    public void What_is_canonical_stays_as_it_is_however_odd_it_was()
    {
        const string Signs = "abzAZ09éа.:/?#&=%-_~@[]()!'+;,*|^{}\"\\ \u200B\U0001F600ßİ２。";
        string[] beginnings = ["https://", "http://", "hxxp://", "https://www.", "https://m.", "https://twitter.com/", "https://youtu.be/", "https://t.me/s/", "https://l.facebook.com/l.php?u=", "https://example.org/a?", "#", "@", ""];
        var read = 0;
        var wrong = new SortedSet<string>(StringComparer.Ordinal);
        var random = new Random(20261126);
        for (var i = 0; i < 20_000; i++)
        {
            var runes = Signs.EnumerateRunes().ToList();
            var text = beginnings[random.Next(beginnings.Length)] + string.Concat(Enumerable.Range(0, random.Next(1, 25)).Select(_ => runes[random.Next(runes.Count)].ToString()));
            foreach (var kind in Enum.GetValues<ObservableKind>())
            {
                if (Observable.Read(kind, text, kind == ObservableKind.Account ? "x" : null) is { } observable)
                {
                    read++;
                    if (!observable.IsCanonical)
                    {
                        wrong.Add($"{text} → {observable.Value} → {Observable.Read(kind, observable.Value, observable.Network)?.Value}");
                    }
                }
            }
        }

        Assert.Empty(wrong);
        Assert.True(read > 3_000);
    }

    [Fact]
    public void Addresses_accounts_hashtags_and_domains_are_found_in_a_message_once_each_and_in_order()
    {
        var found = ObservableReader.Find("""
            Vu sur https://twitter.com/Faux_Compte/status/12?s=20 (et https://fr.example.org/wiki/A_(b)), repris par hxxps://evil[.]example/a.
            #Fraude2027, #fraude2027 ! Le site presse-libre.info et copie[.]zz ; @veille@social.example.org. https://t.me/s/canalfaux
            Contact : jean@example.org. Fin.De phrase, v2.0, « www.example.net/x ».
            """);
        Assert.Equal(
        [
            "Url::https://x.com/faux_compte/status/12", "Account:x:faux_compte", "Url::https://fr.example.org/wiki/A_(b)", "Url::https://evil.example/a",
            "Hashtag::fraude2027", "Domain::presse-libre.info", "Domain::copie.zz", "Account:mastodon:veille@social.example.org", "Url::https://t.me/canalfaux", "Account:telegram:canalfaux",
            "Domain::example.org", "Url::https://example.net/x",
        ], found.Select(f => f.Observable.Key));
        Assert.Equal("hxxps://evil[.]example/a", found[3].Found);
    }

    [Theory]
    [InlineData("https://x.com/i/status/12", null)]
    [InlineData("https://x.com/search?q=a", null)]
    [InlineData("https://www.instagram.com/p/Abc/", null)]
    [InlineData("https://www.instagram.com/Some.One/", "Account:instagram:some.one")]
    [InlineData("https://www.facebook.com/profile.php?id=100012345", "Account:facebook:100012345")]
    [InlineData("https://www.tiktok.com/@Some.One/video/7", "Account:tiktok:some.one")]
    [InlineData("https://www.youtube.com/@SomeOne/videos", "Account:youtube:someone")]
    [InlineData("https://www.youtube.com/channel/UCAbCdEfGhIjKlMnOpQrStUv", "Account:youtube:UCAbCdEfGhIjKlMnOpQrStUv")]
    [InlineData("https://t.me/+AbCdEf", null)]
    [InlineData("https://bsky.app/profile/some.bsky.social/post/3k", "Account:bluesky:some.bsky.social")]
    [InlineData("https://example.org/someone", null)]
    public void The_account_behind_an_address_is_known(string address, string? key) =>
        Assert.Equal(key, AccountPage.Of(Observable.Read(ObservableKind.Url, address)!)?.Key);

    [Fact]
    public void A_hostile_text_is_read_in_a_time_that_grows_with_its_length_and_never_fails()
    {
        foreach (var bit in new[] { "https://", "#", "@a@", "a.", "[.]", "www.", "\uD800", "((((", "%", "hxxp[:]//" })
        {
            var text = string.Concat(Enumerable.Repeat(bit, 20_000));
            Assert.NotNull(ObservableReader.Find(text));
        }
    }
}
