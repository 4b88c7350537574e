using System.Globalization;
using Beffroi.Encyclopedia.Search;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Encyclopedia.Tests.Searching;

/// <summary>More entries than the corpora hold together: each has a name of its own and shares the rest with others.</summary>
public sealed class ManyEntriesTests
{
    const int Entries = 5_000;
    const int EntriesInShort = 200;

    [Theory, ClassData(typeof(Engines))]
    public async Task Each_is_found_by_its_name_and_all_are_counted_and_paged_once(DbEngine engine)
    {
        var many = Environment.GetEnvironmentVariable("BEFFROI_LONG") == "1" ? Entries : EntriesInShort;
        await using var site = await SiteUnderTest.Empty(engine);
        var types = Enum.GetValues<EntryType>();
        foreach (var some in Enumerable.Range(0, many).Chunk(500))
        {
            await site.Publish([.. some.Select(n => (Key(n), GivenEntries.Content($"Campagne {Name(n)}", "Une opération observée.", "Des comptes relaient le récit.", types[n % types.Length])))]);
        }

        await using var scope = site.Scope();
        var search = scope.ServiceProvider.GetRequiredService<IEntrySearch>();
        for (var n = 0; n < many; n += many / 25)
        {
            var answer = await search.Find(new() { Text = Name(n) + " ", Language = Lang.French, Take = 20 }, TestContext.Current.CancellationToken);
            Assert.Equal([Key(n)], answer.Found.Select(f => f.Key));
        }

        var tools = Enumerable.Range(0, many).Count(n => types[n % types.Length] == EntryType.Tool);
        var found = new List<string>();
        for (var skip = 0; skip < tools; skip += 100)
        {
            var page = await search.Find(new() { Text = "campagnes observées", Language = Lang.French, Types = [EntryType.Tool], Skip = skip, Take = 100 }, TestContext.Current.CancellationToken);
            Assert.Equal((tools, many), (page.Total, page.Facets.Types.Values.Sum()));
            found.AddRange(page.Found.Select(f => f.Key));
        }

        Assert.Equal(Enumerable.Range(0, many).Where(n => types[n % types.Length] == EntryType.Tool).Select(Key).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    static string Key(int n) => string.Create(CultureInfo.InvariantCulture, $"campagne-{n:0000}");

    // Letters only, far from one another: no ending that a stem would take away.
    static string Name(int n) => "zq" + string.Concat(n.ToString("0000", CultureInfo.InvariantCulture).Select(d => "bkdfgjmpvx"[d - '0'].ToString() + "ao"[(d - '0') % 2]));
}
