using System.Text.RegularExpressions;
using Beffroi.Encyclopedia.Importing;
using Beffroi.Encyclopedia.Importing.FromDisarm;
using Beffroi.Encyclopedia.Search;
using Beffroi.Encyclopedia.Search.Folding;
using Beffroi.Encyclopedia.Tests.Records;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Encyclopedia.Tests.Searching;

/// <summary>The 1,697 entries of DISARM, searched; what each holds is recomputed by a plain reading.</summary>
public sealed class CorpusSearchTests
{
    const int Words = 40;
    const int WordsWhenLong = 1000;

    [Theory, ClassData(typeof(Engines))]
    public async Task Each_word_finds_every_entry_that_holds_it_and_counts_add_up(DbEngine engine)
    {
        var file = CorpusFile.Read(SharedFiles.Bytes("encyclopedia/corpus_disarm.json"));
        await using var site = await SiteUnderTest.Empty(engine);
        await site.Import(file);
        var entries = site.ReadEncyclopedia(db => db.Entries.Join(db.Words, e => e.Id, w => w.EntryId, (e, w) => new { e.Key, e.Type, Text = w.Title + " " + w.Summary }).ToList());
        var words = entries.SelectMany(e => Token.Of(e.Text)).Select(t => t.Folded).Where(w => w.Length > 3 && Terms.Says(w) && w.All(char.IsAsciiLetter)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var step = words.Count / (Environment.GetEnvironmentVariable("BEFFROI_LONG") == "1" ? WordsWhenLong : Words);
        await using var scope = site.Scope();
        var search = scope.ServiceProvider.GetRequiredService<IEntrySearch>();

        foreach (var word in words.Where((_, i) => i % step == 0))
        {
            var holding = entries.Where(e => Regex.IsMatch(e.Text, $@"(?<![\p{{L}}\p{{Nd}}]){word}(?![\p{{L}}\p{{Nd}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))).ToList();
            var answer = await search.Find(new() { Text = word + " ", Language = Lang.French, Take = 2000 }, TestContext.Current.CancellationToken);
            Assert.Null(answer.Corrected);
            Assert.Empty(holding.Select(e => e.Key).Except(answer.Found.Select(f => f.Key), StringComparer.Ordinal));
            // Each kind of entry once: the facet of types adds up to the whole.
            Assert.Equal(answer.Total, answer.Facets.Types.Values.Sum());
        }

        var all = await search.Find(new() { Language = Lang.French, Types = [EntryType.Tool] }, TestContext.Current.CancellationToken);
        Assert.Equal(1697, all.Facets.Types.Values.Sum());
        Assert.Equal((151, 151), (all.Total, entries.Count(e => e.Type == EntryType.Tool)));
    }
}
