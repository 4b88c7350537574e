using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Search;

/// <summary>How many entries each filter would show, the other filters staying as they are.</summary>
public sealed record Facets
{
    public required IReadOnlyDictionary<Phase, int> Phases { get; init; }
    public required IReadOnlyDictionary<EntryType, int> Types { get; init; }
    public required IReadOnlyDictionary<Criterion, int> Criteria { get; init; }
    public required IReadOnlyDictionary<Lang, int> Languages { get; init; }

    /// <summary>Reviewed within the last months that count (<see cref="Entry.StaleAfterMonths"/>), and before.</summary>
    public required int Fresh { get; init; }

    public required int Stale { get; init; }
}

/// <summary>What is known of an entry that holds the words, before the filters.</summary>
/// <param name="Score">Of the words; 0 when none were asked for.</param>
public sealed record Hit(Guid Id, EntryType Type, int Phases, int Criteria, int Languages, DateOnly ReviewedOn, Lang Language, double Score)
{
    public bool Has(Phase phase) => (Phases & Entry.Bit(phase)) != 0;

    public bool Has(Criterion criterion) => (Criteria & Entry.Bit(criterion)) != 0;

    public bool Has(Lang language) => (Languages & Entry.Bit(language)) != 0;
}

/// <summary>The filters of a query. An entry passes a filter that asks nothing, or one of whose values it has.</summary>
sealed class Sieve(SearchQuery query, DateOnly freshFrom)
{
    // One bit by filter that an entry does not pass.
    const int Phase = 1;
    const int Type = 2;
    const int Criterion = 4;
    const int Language = 8;
    const int Review = 16;

    readonly int _phases = query.Phases.Aggregate(0, (bits, phase) => bits | Entry.Bit(phase));
    readonly int _criteria = query.Criteria.Aggregate(0, (bits, criterion) => bits | Entry.Bit(criterion));
    readonly int _types = query.Types.Aggregate(0, (bits, type) => bits | (1 << (int)type));

    /// <summary>Those that pass every filter, in their order, and the counts.</summary>
    public (List<Hit> Kept, Facets Facets) Pass(IReadOnlyList<Hit> hits)
    {
        var kept = new List<Hit>(hits.Count);
        var (phases, criteria, types, languages, fresh, stale) = (new int[6], new int[5], new int[6], new int[2], 0, 0);
        foreach (var hit in hits)
        {
            var refused = Refusals(hit);
            if (refused == 0)
            {
                kept.Add(hit);
            }

            Tally(phases, hit.Phases, refused, Phase);
            Tally(criteria, hit.Criteria, refused, Criterion);
            Tally(types, 1 << (int)hit.Type, refused, Type);
            Tally(languages, hit.Languages, refused, Language);
            if ((refused & ~Review) == 0)
            {
                _ = hit.ReviewedOn >= freshFrom ? fresh++ : stale++;
            }
        }

        return (kept, new()
        {
            Phases = Named<Phase>(phases),
            Criteria = Named<Criterion>(criteria),
            Types = Named<EntryType>(types),
            Languages = Named<Lang>(languages),
            Fresh = fresh,
            Stale = stale,
        });
    }

    int Refusals(Hit hit) =>
        Unless(_phases == 0 || (_phases & hit.Phases) != 0, Phase)
        | Unless(_types == 0 || (_types & (1 << (int)hit.Type)) != 0, Type)
        | Unless(_criteria == 0 || (_criteria & hit.Criteria) != 0, Criterion)
        | Unless(query.WrittenIn is not { } language || hit.Has(language), Language)
        | Unless((query.ReviewedSince is not { } since || hit.ReviewedOn >= since) && (query.ReviewedBefore is not { } before || hit.ReviewedOn < before), Review);

    static int Unless(bool passes, int filter) => passes ? 0 : filter;

    static void Tally(int[] counts, int bits, int refused, int own)
    {
        if ((refused & ~own) != 0)
        {
            return;
        }

        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] += (bits >> i) & 1;
        }
    }

    static Dictionary<T, int> Named<T>(int[] counts) where T : struct, Enum => Enum.GetValues<T>().Zip(counts).ToDictionary(p => p.First, p => p.Second);
}
