using Beffroi.Phone;

namespace Beffroi.Encyclopedia.Peers;

/// <summary>
/// The same acts on each wiki in turn, on new data in each run: the import, a page seen for the first time, pages seen before, searches.
/// Whoever is not measured does nothing meanwhile.
/// </summary>
sealed class Comparison(Corpus corpus, int runs, bool few, IReadOnlyList<string>? only)
{
    const int Seen = 100;
    const int ToWarm = 400;

    readonly Report _report = new();

    public async Task Run(CancellationToken ct)
    {
        var kinds = Kinds();
        var busy = new Busyness();
        Console.WriteLine($"{corpus.Entries.Count} entries, {runs} runs, {Load.Clients} clients{(few ? ", few requests: a trial" : "")}.");
        for (var run = 1; run <= runs; run++)
        {
            await Once(run, [.. kinds.Select(k => k())], ct);
        }

        _report.Print();
        Console.WriteLine($"The machine's {Environment.ProcessorCount} processors were busy {busy.Share():P0} of the time, this measure included.");
    }

    async Task Once(int run, List<Wiki> wikis, CancellationToken ct)
    {
        try
        {
            foreach (var wiki in wikis)
            {
                var average = Load.Average();
                _report.Add(run, "import", wiki.Name, await wiki.Import(corpus, ct), average);
            }

            foreach (var wiki in wikis)
            {
                await wiki.Start(ct);
                await Warm(wiki, ct);
            }

            foreach (var (act, of) in Acts())
            {
                foreach (var wiki in wikis)
                {
                    if (of(wiki) is { Count: > 0 } asked)
                    {
                        _report.Add(run, act, wiki.Name, await Load.Measure(wiki, asked, must: !act.StartsWith("search", StringComparison.Ordinal), ct));
                    }
                }
            }
        }
        finally
        {
            foreach (var wiki in wikis)
            {
                await wiki.DisposeAsync();
            }
        }
    }

    // Once compiled, and with its own caches of code full, on other pages and other words than those that are measured.
    async Task Warm(Wiki wiki, CancellationToken ct)
    {
        var amounts = Of(wiki);
        await Load.Measure(wiki, Pages(wiki, Seen, amounts.ToWarm), must: true, ct);
        await Load.Measure(wiki, Searches(wiki, corpus.Queries.Take(amounts.ToWarm)), must: false, ct);
        var seen = Pages(wiki, 0, Seen);
        await Load.Measure(wiki, Cycle(seen, Math.Max(seen.Count, amounts.Pages / 2)), must: true, ct);
        if (Cached(wiki) is { Count: > 0 } cached)
        {
            await Load.Measure(wiki, Cycle(cached, cached.Count), must: true, ct);
        }
    }

    List<(string Act, Func<Wiki, List<Asked>> Of)> Acts() =>
    [
        ("page, first view", w => Pages(w, Seen + ToWarm, Of(w).FirstViews)),
        ("page, seen before", w => Cycle(Pages(w, 0, Seen), Of(w).Pages)),
        ("page, seen before, cache of whole pages switched on", w => Cycle(Cached(w), Of(w).Pages)),
        ("search page, words of one entry", w => Searches(w, corpus.Queries.Skip(ToWarm).Take(Of(w).Searches))),
        ("search page, common words", w => Searches(w, corpus.CommonQueries.Take(Of(w).Searches))),
    ];

    Amounts Of(Wiki wiki) => few ? wiki.Amounts.Few() : wiki.Amounts;

    List<Asked> Pages(Wiki wiki, int skip, int take) => [.. Drawn().Skip(skip).Take(take).Select(e => new Asked(wiki.Page(e), e.Mark))];

    static List<Asked> Cycle(List<Asked> asked, int count) => asked.Count == 0 ? [] : [.. Enumerable.Range(0, count).Select(i => asked[i % asked.Count])];

    List<Asked> Cached(Wiki wiki) => [.. Drawn().Take(Seen).Where(e => wiki.CachedPage(e) is not null).Select(e => new Asked(wiki.CachedPage(e)!, e.Mark))];

    static List<Asked> Searches(Wiki wiki, IEnumerable<string> queries) => [.. queries.Select(q => new Asked(wiki.Search(q), wiki.Found))];

    // The same for all, in every run: an even draw of the corpus.
    CorpusEntry[] Drawn()
    {
        var drawn = corpus.Entries.ToArray();
        new Random(11).Shuffle(drawn);
        return drawn;
    }

    List<Func<Wiki>> Kinds()
    {
        List<Func<Wiki>> found = [];
        Add("beffroi", Ours.Installed, () => new Ours(), "BEFFROI_PUBLISHED is not the folder printed by ./run --build-only");
        Add("dokuwiki", DokuWiki.Installed, () => new DokuWiki(), "not installed");
        Add("mediawiki", MediaWiki.Installed, () => new MediaWiki(), "not installed");
        return found;

        void Add(string name, bool there, Func<Wiki> make, string why)
        {
            if (only is not null && !only.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                return;
            }

            if (there)
            {
                found.Add(make);
            }
            else
            {
                Console.WriteLine($"{name}: {why}: skipped (docs/benchmarks.md says how).");
            }
        }
    }
}
