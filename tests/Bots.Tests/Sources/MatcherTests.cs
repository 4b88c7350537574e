using Beffroi.Bots.Networks;
using Beffroi.Detection;
using CsCheck;

namespace Beffroi.Bots.Tests.Sources;

public sealed class MatcherTests
{
    static readonly DateTimeOffset At = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(TermKind.Words, "grand secret", "Le GRAND secret est là", true)]
    [InlineData(TermKind.Words, "grand secret", "le grand, secret !", true)]
    [InlineData(TermKind.Words, "grand secret", "grands secrets", false)]
    [InlineData(TermKind.Words, "grand secret", "secret grand", false)]
    [InlineData(TermKind.Words, "grand secret", "grand et secret", false)]
    [InlineData(TermKind.Words, "élection", "L’ÉLECTION", true)]
    [InlineData(TermKind.Words, "机密", "这是机密文件", true)]
    [InlineData(TermKind.Words, "機密", "ひみつ", false)]
    [InlineData(TermKind.Hashtag, "#Vote", "allez #vote !", true)]
    [InlineData(TermKind.Hashtag, "vote", "allez vote", false)]
    [InlineData(TermKind.Hashtag, "vote", "#votez", false)]
    [InlineData(TermKind.Link, "journal.example", "voir https://www.journal.example/a?utm_source=x", true)]
    [InlineData(TermKind.Link, "journal.example", "voir https://sous.journal.example/", true)]
    [InlineData(TermKind.Link, "journal.example", "voir https://autrejournal.example/", false)]
    [InlineData(TermKind.Link, "https://journal.example/a", "http://m.journal.example/a/", true)]
    [InlineData(TermKind.Link, "https://journal.example/a", "https://journal.example/b", false)]
    public void A_term_is_found_as_people_write_it(TermKind kind, string term, string text, bool found) =>
        Assert.Equal(found, new TermMatcher([Land.TermOf(Guid.NewGuid(), kind, term, At)]).Find(PostOf(text), null, null) is not null);

    [Theory, InlineData("alice", "did:plc:x", "alice", true), InlineData("@Alice", "did:plc:x", "ALICE", true), InlineData("did:plc:x", "did:plc:x", null, true), InlineData("alice", "did:plc:x", "bob", false), InlineData("alice", "did:plc:x", null, false)]
    public void An_account_is_found_by_its_name_or_its_identifier(string term, string id, string? handle, bool found) =>
        Assert.Equal(found, new TermMatcher([Land.TermOf(Guid.NewGuid(), TermKind.Account, term, At)]).Find(PostOf("bonjour") with { AccountId = id }, handle, null) is not null);

    [Fact]
    public void Hashtags_and_links_that_the_network_lists_are_looked_at_rather_than_the_text()
    {
        var matcher = new TermMatcher([Land.TermOf(Guid.NewGuid(), TermKind.Hashtag, "vote", At), Land.TermOf(Guid.NewGuid(), TermKind.Link, "journal.example", At)]);

        Assert.NotNull(matcher.Find(PostOf("rien"), null, ["Vote"]));
        Assert.NotNull(matcher.Find(PostOf("https://t.co/x") with { Urls = ["https://journal.example/a"] }, null, []));
        Assert.Null(matcher.Find(PostOf("https://journal.example/a") with { Urls = ["https://ailleurs.example/"] }, null, []));
    }

    [Fact]
    public void A_term_that_was_removed_is_not_looked_for()
    {
        var term = Land.TermOf(Guid.NewGuid(), TermKind.Words, "secret", At);
        term.RemovedAt = At;

        Assert.Null(new TermMatcher([term]).Find(PostOf("secret"), null, null));
    }

    [Fact]
    public void Words_are_found_where_going_through_every_term_one_by_one_finds_them()
    {
        var words = Gen.Int[0, 6].Select(n => "abcdefg"[n].ToString()).Array[1, 3].Select(w => string.Join(' ', w));
        Gen.Select(words.Array[1, 40], Gen.Int[0, 6].Select(n => "abcdefg"[n].ToString()).Array[0, 30].Select(w => string.Join(' ', w))).Sample((terms, text) =>
        {
            var rows = terms.Select((t, n) => Land.TermOf(Guid.NewGuid(), TermKind.Words, t, At.AddSeconds(n))).ToList();
            var expected = rows.Find(r => $" {text} ".Contains($" {r.Key} ", StringComparison.Ordinal))?.Id;
            Assert.Equal(expected, new TermMatcher(rows).Find(PostOf(text), null, null));
        });
    }

    [Theory]
    [InlineData("15 ans, lycée", true), InlineData("j'ai 16 ans", true), InlineData("16yo", true), InlineData("i'm 14", true), InlineData("âge : 13", true), InlineData("minor | she/her", true)]
    [InlineData("25 ans", false), InlineData("15 ans d’expérience", false), InlineData("depuis 12 ans à Paris", false), InlineData("journaliste", false), InlineData("minor league fan", false), InlineData("", false), InlineData(null, false)]
    public void Who_says_to_be_a_minor_is_left_out(string? description, bool left) =>
        Assert.Equal(left, Screening.LeavesOut(new() { Network = Network.Mastodon, Id = "x", Description = description }));

    [Fact]
    public void A_private_account_is_left_out() => Assert.True(Screening.LeavesOut(new() { Network = Network.Twitter, Id = "x", Protected = true }));

    static Post PostOf(string text) => new() { Id = "1", AccountId = "someone", CreatedAt = At, Text = text };
}
