using CsCheck;

namespace Beffroi.Detection.Tests.Traces;

public sealed class CanonicalUrlTests
{
    [Theory]
    [InlineData("http://www.Exemple.fr/", "https://exemple.fr")]
    [InlineData("HTTPS://exemple.fr", "https://exemple.fr")]
    [InlineData("exemple.fr/page", "https://exemple.fr/page")]
    [InlineData("  https://m.exemple.fr:443/Page/?utm_source=x&b=2&a=1&fbclid=zz#haut ", "https://exemple.fr/Page?a=1&b=2")]
    [InlineData("http://exemple.fr:80/a/./b/../c//", "https://exemple.fr/a/c")]
    [InlineData("http://exemple.fr:8080/a", "https://exemple.fr:8080/a")]
    [InlineData("https://user:secret@exemple.fr./a?", "https://exemple.fr/a")]
    [InlineData("https://exemple.fr/%7Ejean/%c3%a9t%C3%A9?q=%41", "https://exemple.fr/~jean/%C3%A9t%C3%A9?q=A")]
    [InlineData("https://exemple.fr/été", "https://exemple.fr/%C3%A9t%C3%A9")]
    [InlineData("https://élysée.exemple.fr/", "https://xn--lyse-9oad.exemple.fr")]
    [InlineData("https://exemple.fr/a?xtor=RSS-1&id=7&XTOR=2", "https://exemple.fr/a?id=7")]
    [InlineData("https://exemple.fr/a?u=http://autre.fr/b", "https://exemple.fr/a?u=http://autre.fr/b")]
    [InlineData("exemple.fr/a?u=http://autre.fr/b", "https://exemple.fr/a?u=http://autre.fr/b")]
    [InlineData("https://exemple.fr/#!/page", "https://exemple.fr#!/page")]
    [InlineData("https://youtu.be/abcDEF?t=12", "https://youtube.com/watch?v=abcDEF")]
    [InlineData("https://www.youtube.com/watch?feature=share&v=abcDEF&list=x", "https://youtube.com/watch?v=abcDEF")]
    [InlineData("https://m.youtube.com/shorts/abcDEF", "https://youtube.com/watch?v=abcDEF")]
    [InlineData("https://youtube.com/@chaine", "https://youtube.com/@chaine")]
    [InlineData("https://x.com/Nom/status/123?s=20", "https://twitter.com/nom/status/123")]
    [InlineData("https://mobile.twitter.com/nom/statuses/123/photo/1", "https://twitter.com/nom/status/123")]
    [InlineData("https://t.co/AbC1", "https://t.co/AbC1")]
    [InlineData("http://www.fr", "https://www.fr")]
    [InlineData("http://[2001:db8::1]:80/a", "https://[2001:db8::1]/a")]
    public void An_address_has_one_writing(string written, string expected) => Assert.Equal(expected, CanonicalUrl.Of(written));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("https://")]
    [InlineData("https:///chemin")]
    [InlineData("mailto:jean@exemple.fr")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://exemple.fr/a")]
    [InlineData("https://exemple.fr:99999/")]
    [InlineData("https://exem ple.fr/")]
    [InlineData("https://a..fr/")]
    [InlineData("NULL")]
    [InlineData("x.comwww.-")]
    [InlineData("6.-sA0E")]
    public void What_is_no_address_is_nothing(string? written) => Assert.Null(CanonicalUrl.Of(written));

    [Fact]
    public void Whatever_comes_in_the_second_time_changes_nothing_and_nothing_breaks()
    {
        string[] pieces = ["http://", "https://", "www.", "m.", "x.com", "youtu.be/", "youtube.com/watch?", "v=", "/embed/", "status", "/", "//", "..", "/.", "?", "&", "=", "#", "#!", "%", "%2", "%2e", "%2F", "%zz",
            "%41", "utm_source=", ":", ":80", "@", "é", "ß", "İ", "\ud83d\ude00", "\ud83d", " ", "\t", "\u0000", "[::1]", "xn--", "a", "B", "1", "\\", "'", "\"", ".", "-", "_", "~", "+", ";", "\u3002", "\u00ad"];
        Gen.OneOf(Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]).Array[0, 14].Select(string.Concat), Gen.String, Gen.String.Select(s => "https://exemple.fr/" + s)).Sample(
            written =>
            {
                if (CanonicalUrl.Of(written) is { } once)
                {
                    Assert.Equal(once, CanonicalUrl.Of(once));
                    Assert.StartsWith("https://", once, StringComparison.Ordinal);
                    Assert.True(once.All(c => c is > ' ' and < '\u007f'), once);
                    Assert.Matches(@"^https://(\[[0-9a-f:.]+\]|[a-z0-9_][a-z0-9_.-]*)(:\d+)?([/?#]|$)", once);
                }
            },
            iter: Environment.GetEnvironmentVariable("BEFFROI_LONG") == "1" ? 2_000_000 : 30_000);
    }

    [Fact]
    public void Tracking_order_and_writing_do_not_tell_two_addresses_apart() =>
        Gen.Select(Gen.Char.AlphaNumeric.Array[1, 5].Select(c => new string(c)).Array[0, 4], Gen.Bool, Gen.Bool, Gen.Int[0, 100]).Sample((names, plain, slash, seed) =>
        {
            var parameters = names.Select((n, i) => $"q{n}={i}").ToArray();
            var shuffled = parameters.Append("utm_medium=a").Append("gclid=b").ToArray();
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(
                CanonicalUrl.Of("https://exemple.fr/a?" + string.Join('&', parameters)),
                CanonicalUrl.Of((plain ? "http" : "HTTPS") + "://WWW.exemple.FR:443/a" + (slash ? "/" : "") + "?" + string.Join('&', shuffled) + "#ici"));
        });
}
