using System.Text;
using Beffroi.Chat.Rules.Feeds;
using CsCheck;

namespace Beffroi.Chat.Tests.Rules;

public sealed class FeedTests
{
    static readonly Uri Address = new("https://journal.example/flux/");

    static FeedReading Parse(string text, string? charset = null) => FeedReader.Read(Encoding.UTF8.GetBytes(text), charset, Address);

    static Feed Read(string text) => Assert.IsType<FeedReading.Read>(Parse(text)).Feed;

    static FeedFault Fault(string text) => Assert.IsType<FeedReading.Broken>(Parse(text)).Fault;

    const string Rss = """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
          <channel>
            <title>Le &amp;amp; Journal</title><link>https://journal.example/</link>
            <item>
              <title><![CDATA[Un <b>titre</b> &amp; demi]]></title><link>/article/1</link><guid isPermaLink="false">n-1</guid>
              <description>&lt;p&gt;Des mots&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;p&gt;et d’autres.&lt;/p&gt;</description>
              <dc:creator>Claire</dc:creator><pubDate>Thu, 26 Nov 2026 10:00:00 +0100</pubDate>
              <media:title>autre</media:title><media:thumbnail url="https://journal.example/1.jpg"/>
            </item>
            <item><guid>https://journal.example/article/2</guid><title>Deux</title><pubDate>Wed, 25 Nov 26 09:00:00 GMT</pubDate><enclosure url="/2.png" type="image/png" length="5"/></item>
            <item><description>Sans titre ni lien</description></item>
            <item><link>javascript:alert(1)</link><title>Quatre</title></item>
            <item></item>
            <item><guid isPermaLink="false">n-1</guid><title>Le même</title></item>
          </channel>
        </rss>
        """;

    [Fact]
    public void An_RSS_feed_is_read()
    {
        var feed = Read(Rss);
        Assert.Equal("Le & Journal", feed.Title);
        Assert.Equal(["Un titre & demi", "Deux", "Sans titre ni lien", "Quatre"], feed.Items.Select(i => i.Title));
        var first = feed.Items[0];
        Assert.Equal(("n-1", "https://journal.example/article/1", "Des mots et d’autres.", "Claire", "https://journal.example/1.jpg"), (first.Key, first.Link!.AbsoluteUri, first.Summary, first.Author, first.Image!.AbsoluteUri));
        Assert.Equal(new DateTimeOffset(2026, 11, 26, 9, 0, 0, TimeSpan.Zero), first.At);
        Assert.Equal(("https://journal.example/article/2", "https://journal.example/2.png"), (feed.Items[1].Link!.AbsoluteUri, feed.Items[1].Image!.AbsoluteUri));
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero), feed.Items[1].At);
        Assert.Null(feed.Items[3].Link);
    }

    [Fact]
    public void An_Atom_feed_is_read_with_its_base()
    {
        var feed = Read("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://blog.example/">
              <title type="html">Le &lt;i&gt;blog&lt;/i&gt;</title>
              <entry><id>tag:blog.example,2026:1</id><title>Un</title><link rel="self" href="x"/><link href="a/1"/><author><name>Marc</name></author>
                <updated>2026-11-26T10:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Des <b>mots</b></p></div></content></entry>
              <entry xml:base="sous/"><id>tag:blog.example,2026:2</id><title>Deux</title><link rel="alternate" href="2"/><published>2026-11-25T10:00:00+02:00</published><summary>Court</summary></entry>
            </feed>
            """);
        Assert.Equal("Le blog", feed.Title);
        Assert.Equal([("Un", "https://blog.example/a/1", "Des mots"), ("Deux", "https://blog.example/sous/2", "Court")], feed.Items.Select(i => (i.Title, i.Link!.AbsoluteUri, i.Summary!)));
        Assert.Equal(("Marc", new DateTimeOffset(2026, 11, 25, 8, 0, 0, TimeSpan.Zero)), (feed.Items[0].Author, feed.Items[1].At));
    }

    [Fact]
    public void RSS_1_and_an_old_one_with_its_document_type_are_read()
    {
        Assert.Equal(["Un"], Read("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel rdf:about="https://a.example/"><title>A</title><link>https://a.example/</link></channel>
              <item rdf:about="https://a.example/1"><title>Un</title><link>https://a.example/1</link><dc:date>2026-11-26</dc:date></item></rdf:RDF>
            """).Items.Select(i => i.Title));
        Assert.Equal(["Un"], Read("""
            <?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
            <rss version="0.91"><channel><title>A</title><item><title>Un</title><link>https://a.example/1</link></item></channel></rss>
            """).Items.Select(i => i.Title));
    }

    public static TheoryData<string, string?, string> Encodings => new()
    {
        { "windows-1252", null, "declared" }, { "iso-8859-1", null, "declared" }, { "utf-8", null, "declared" }, { "iso-8859-15", null, "declared" }, { "koi8-r", null, "declared" },
        { "windows-1252", "windows-1252", "told" }, { "utf-16", null, "mark" }, { "utf-16BE", null, "mark" }, { "utf-8", null, "mark" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Accents_come_through_every_encoding(string name, string? charset, string how)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var word = name.StartsWith("koi8", StringComparison.Ordinal) ? "щит" : "Élysée";
        var text = $"<?xml version=\"1.0\" encoding=\"{(how == "told" ? "utf-8" : name)}\"?><rss><channel><item><title>{word}</title></item></channel></rss>";
        byte[] bytes = [.. how == "mark" ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
        Assert.Equal(word, Assert.IsType<FeedReading.Read>(FeedReader.Read(bytes, charset, Address)).Feed.Items[0].Title);
    }

    [Theory]
    [InlineData("", FeedFault.Empty)]
    [InlineData("  \n ", FeedFault.Empty)]
    [InlineData("<!DOCTYPE html><html><head><title>x<br></head></html>", FeedFault.WebPage)]
    [InlineData("<html xmlns='http://www.w3.org/1999/xhtml'><head/></html>", FeedFault.WebPage)]
    [InlineData("<rss><channel><item>", FeedFault.NotXml)]
    [InlineData("404 page not found", FeedFault.NotXml)]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1\"}", FeedFault.NotXml)]
    [InlineData("<opml/>", FeedFault.NotFeed)]
    [InlineData("<rss/>", FeedFault.NotFeed)]
    [InlineData("<?xml version='1.0' encoding='martien'?><rss/>", FeedFault.Encoding)]
    [InlineData("<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><rss><channel><title>&b;</title></channel></rss>", FeedFault.NotXml)]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><rss><channel><title>&a;</title></channel></rss>", FeedFault.NotXml)]
    public void A_broken_feed_says_why(string text, FeedFault fault)
    {
        Assert.Equal(fault, Fault(text));
        Assert.NotEmpty(Assert.IsType<FeedReading.Broken>(Parse(text)).Why.French);
    }

    [Fact]
    public void What_is_too_large_or_too_deep_is_refused_and_what_is_long_is_cut()
    {
        Assert.Equal(FeedFault.TooLarge, Fault(new string(' ', FeedLimits.Document + 1)));
        Assert.Equal(FeedFault.NotXml, Fault($"<rss><channel>{string.Concat(Enumerable.Repeat("<a>", 100_000))}{string.Concat(Enumerable.Repeat("</a>", 100_000))}</channel></rss>"));
        var many = Read($"<rss><channel>{string.Concat(Enumerable.Range(0, 600).Select(i => $"<item><title>{i} {new string('x', 400)}</title><description>{new string('y', 2000)}</description></item>"))}</channel></rss>");
        Assert.Equal(FeedLimits.Items, many.Items.Count);
        Assert.All(many.Items, i => Assert.Equal((FeedLimits.Title, FeedLimits.Summary), (i.Title.Length, i.Summary!.Length)));
    }

    [Fact]
    public void A_sign_that_XML_has_not_does_not_lose_the_feed() =>
        Assert.Equal("ab", Read("<rss><channel><item><title>a\u0001\u000Bb</title></item></channel></rss>").Items[0].Title);

    [Fact]
    public void Any_document_is_read_or_says_why() =>
        Gen.Select(Gen.Int[0, Rss.Length - 1], Gen.Int[0, 20], Gen.String[Gen.Char["<>&;/\"=![]- x\u0000é"], 0, 8]).Sample((at, cut, put) =>
            Assert.NotNull(Parse(Rss[..at] + put + Rss[Math.Min(Rss.Length, at + cut)..])));
}
