using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia.Search;

/// <summary>What both engines share: which words are meant, filters, counts, order, pages, snippets. Each engine finds the words in its own index.</summary>
public abstract class EntrySearch(EncyclopediaDb db, KeptReadings kept, TimeProvider clock) : IEntrySearch
{
    protected EncyclopediaDb Db { get; } = db;

    public async Task<SearchAnswer> Find(SearchQuery query, CancellationToken ct)
    {
        // Opened once for the two or three questions of a search.
        await Db.Database.OpenConnectionAsync(ct);
        try
        {
            return await FindOpened(query, ct);
        }
        finally
        {
            await Db.Database.CloseConnectionAsync();
        }
    }

    async Task<SearchAnswer> FindOpened(SearchQuery query, CancellationToken ct)
    {
        var (wanted, hits, corrected) = Wanted.Read(query.Text) is { } read ? await FindWords(read, query.Language, ct) : (null, (await All(query.Language, ct)).ByTitle, null);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var (passed, facets) = new Sieve(query, today.AddMonths(-Entry.StaleAfterMonths)).Pass(hits);
        var page = passed.Skip(query.Skip).Take(query.Take).ToList();
        return new()
        {
            Total = passed.Count,
            Facets = facets,
            Found = await Tell(page, wanted, ct),
            Corrected = corrected,
            Partial = wanted?.Any == true && hits.Count > 0,
        };
    }

    /// <summary>What the engine's index finds, in any order and in both languages: the more it weighs, the higher its score.</summary>
    protected abstract Task<List<IndexRow>> Ask(Wanted wanted, CancellationToken ct);

    /// <summary>Reads once what only a publication changes.</summary>
    protected Task<T> Keep<T>(string name, Func<CancellationToken, Task<T>> read, CancellationToken ct) where T : class => kept.Of(Db, name, oldMeanwhile: false, read, ct);

    /// <summary>Entries that hold the words, each in the language it is shown in, best first.</summary>
    async Task<List<Hit>> Match(Wanted wanted, Lang language, CancellationToken ct)
    {
        // Of an entry the index gives its number only: the rest is known already.
        var (known, name, other) = ((await All(language, ct)).ById, language.ToString(), language.Other().ToString());
        var met = new List<(KnownEntry Entry, double Score)>();
        foreach (var row in await Ask(wanted, ct))
        {
            if (known.TryGetValue(row.Id, out var entry) && string.Equals(row.Language, entry.Hit.Language == language ? name : other, StringComparison.Ordinal))
            {
                met.Add((entry, row.Score));
            }
        }

        return Ranked(met, wanted);
    }

    // As typed; else as it was perhaps meant; else any of the words.
    async Task<(Wanted, List<Hit>, string?)> FindWords(Wanted typed, Lang language, CancellationToken ct)
    {
        if (await Match(typed, language, ct) is { Count: > 0 } found)
        {
            return (typed, found, null);
        }

        var meant = (await Vocabulary(ct)).Correct(typed, language);
        if (meant is not null && await Match(meant, language, ct) is { Count: > 0 } near)
        {
            return (meant, near, meant.Typed);
        }

        var some = (meant ?? typed) with { Any = true };
        return typed.Words.Count == 1 ? (typed, [], null) : (some, await Match(some, language, ct), meant?.Typed);
    }

    // After a publication the old words do: only a mistyped word needs them.
    Task<Vocabulary> Vocabulary(CancellationToken ct) => kept.Of(Db, nameof(Vocabulary), oldMeanwhile: true, ReadVocabulary, ct);

    async Task<Vocabulary> ReadVocabulary(CancellationToken ct)
    {
        var vocabulary = new Vocabulary();
        await foreach (var words in Db.Words.Select(w => new { w.Language, w.Title, w.Synonyms, w.Summary, w.Body }).AsAsyncEnumerable().WithCancellation(ct))
        {
            vocabulary.Learn(words.Title, words.Language);
            vocabulary.Learn(words.Synonyms, words.Language);
            vocabulary.Learn(words.Summary, words.Language);
            vocabulary.Learn(words.Body, words.Language);
        }

        return vocabulary;
    }

    Task<Known> All(Lang language, CancellationToken ct) => Keep("hits." + language, stop => ReadAll(language, stop), ct);

    // By title: its terms are without case nor accents.
    async Task<Known> ReadAll(Lang language, CancellationToken ct)
    {
        var bit = Entry.Bit(language);
        var rows = await Db.Entries
            .Join(Db.Words, e => e.Id, w => w.EntryId, (e, w) => new { e, w })
            .Where(x => x.w.Language == language || (x.e.Languages & bit) == 0)
            .OrderBy(x => x.w.TitleTerms).ThenBy(x => x.e.Key)
            .Select(x => new { Hit = new Hit(x.e.Id, x.e.Type, x.e.Phases, x.e.Criteria, x.e.Languages, x.e.ReviewedOn, x.w.Language, 0), x.w.TitleTerms })
            .ToListAsync(ct);
        // Places are those of the letters' numbers: the same on both engines.
        return new(rows.ConvertAll(r => r.Hit), rows.OrderBy(r => r.TitleTerms, StringComparer.Ordinal).ThenBy(r => r.Hit.Id).Select((r, place) => new KnownEntry(r.Hit, place, r.TitleTerms.Split(' '))).ToDictionary(k => k.Hit.Id));
    }

    async Task<IReadOnlyList<FoundEntry>> Tell(List<Hit> page, Wanted? wanted, CancellationToken ct)
    {
        var texts = new Dictionary<Guid, Texts>(page.Count);
        foreach (var shown in page.GroupBy(h => h.Language))
        {
            // One parameter for all of them, so that the statement is written once.
            var (language, ids) = (shown.Key, shown.Select(h => h.Id).ToList());
            var rows = Db.Words.Where(w => EF.Parameter(ids).Contains(w.EntryId) && w.Language == language)
                .Join(Db.Entries, w => w.EntryId, e => e.Id, (w, e) => new Texts(e.Id, e.Key, w.Title, w.Summary, wanted == null ? "" : w.Body));
            await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
            {
                texts[row.Id] = row;
            }
        }

        return
        [
            .. from hit in page
               where texts.ContainsKey(hit.Id)
               let text = texts[hit.Id]
               select new FoundEntry
               {
                   Id = hit.Id,
                   Key = text.Key,
                   Type = hit.Type,
                   Phases = hit.Phases,
                   Criteria = hit.Criteria,
                   ReviewedOn = hit.ReviewedOn,
                   Languages = hit.Languages,
                   Language = hit.Language,
                   Title = text.Title,
                   Summary = text.Summary,
                   Snippet = Snippet.Of(text.Summary, text.Body, wanted, hit.Language),
               },
        ];
    }

    sealed record Texts(Guid Id, string Key, string Title, string Summary, string Body);

    /// <summary>Puts first the entries whose title says what is looked for: the engines weigh the rest each in its own way.</summary>
    static List<Hit> Ranked(List<(KnownEntry Entry, double Score)> met, Wanted wanted)
    {
        var best = met.Count == 0 ? 1 : Math.Max(met.Max(m => m.Score), double.Epsilon);
        return
        [
            .. met.Select(m => (m.Entry, Score: (m.Score / best) + TitleScore(m.Entry.TitleTerms, wanted)))
                .OrderByDescending(m => m.Score).ThenBy(m => m.Entry.Place)
                .Select(m => m.Entry.Hit with { Score = m.Score }),
        ];
    }

    // Up to 2 for the words of the query in the title, whole ones before begun ones; up to 1 for a title that says nothing else.
    static double TitleScore(string[] title, Wanted wanted)
    {
        var met = 0.0;
        foreach (var word in wanted.Words)
        {
            met += TitleScore(title, word);
        }

        return met == 0 ? 0 : (2 * met / wanted.Words.Count) + (met / Math.Max(title.Length, wanted.Words.Count));
    }

    static double TitleScore(string[] title, WantedWord word)
    {
        var best = 0.0;
        foreach (var term in title)
        {
            if (string.Equals(term, word.Folded, StringComparison.Ordinal))
            {
                return 1;
            }

            best = word.Is(term) ? 0.9 : word.Unfinished && term.StartsWith(word.Folded, StringComparison.Ordinal) ? Math.Max(best, 0.7) : best;
        }

        return best;
    }
}

/// <summary>A row as an engine's index gives it.</summary>
public sealed record IndexRow(Guid Id, string Language, double Score);

/// <summary>All entries, each in the language it is shown in.</summary>
sealed record Known(List<Hit> ByTitle, Dictionary<Guid, KnownEntry> ById);

/// <param name="Place">Among all, by title: which of two that weigh the same comes first.</param>
sealed record KnownEntry(Hit Hit, int Place, string[] TitleTerms);
