using Beffroi.Eva.Scoring;
using Beffroi.Kit;

namespace Beffroi.Eva.Orientation;

/// <summary>Whether the measured bases are those that a trade asks to begin with.</summary>
public enum Reach
{
    Ouvert,

    /// <summary>A base was not measured, or cannot be leant on.</summary>
    AVerifier,

    /// <summary>Below the minimum: reachable with training, and the gap is said.</summary>
    AvecFormation,
}

/// <summary>A trade beside a person: where it stands, and why.</summary>
public sealed record TradeFit
{
    public required Trade Trade { get; init; }
    public required Reach Reach { get; init; }
    public required IReadOnlyList<string> For { get; init; }
    public required IReadOnlyList<string> Against { get; init; }

    /// <summary>Shared with the next ones where nothing tells them apart; from 1 in each group of <see cref="Reach"/>.</summary>
    public int Rank { get; init; }

    public bool Tied { get; init; }

    /// <summary>What ranks, the first first: fewer things against what the person said, more of her strengths, a high and recent tension.</summary>
    internal (int Against, int Strengths, int Tension) Key { get; init; }
}

/// <summary>What a ranking is made from.</summary>
public sealed record TradeQuery
{
    public required BaseReading Base { get; init; }
    public required IReadOnlyList<StrongPoint> Strengths { get; init; }
    public required IReadOnlyCollection<LifeConstraint> Constraints { get; init; }

    /// <summary>Null where nothing was imported.</summary>
    public required TensionView? Tension { get; init; }

    public required DateOnly Today { get; init; }
}

/// <summary>Ranks trades for a conversation: every one is kept, with what is for it and against it.</summary>
public static class TradeRanking
{
    public static IReadOnlyList<TradeFit> Of(IEnumerable<Trade> trades, TradeQuery query) =>
        [.. trades.Select(trade => Fit(trade, query)).GroupBy(fit => fit.Reach).OrderBy(group => group.Key).SelectMany(Ranked)];

    // Alphabetical order among equals is no judgement: they have the same rank, and it is said.
    static IEnumerable<TradeFit> Ranked(IEnumerable<TradeFit> fits)
    {
        var rank = 1;
        foreach (var equals in fits.GroupBy(f => f.Key).OrderBy(g => g.Key))
        {
            var together = equals.OrderBy(f => f.Trade.Label, StringComparer.Create(French.Culture, ignoreCase: true)).ThenBy(f => f.Trade.Rome, StringComparer.Ordinal).ToList();
            foreach (var fit in together)
            {
                yield return fit with { Rank = rank, Tied = together.Count > 1 };
            }

            rank += together.Count;
        }
    }

    static TradeFit Fit(Trade trade, TradeQuery query)
    {
        var strengths = query.Strengths.Where(s => trade.Competences.Contains(s.Competence)).ToList();
        var against = query.Constraints.Order().SelectMany(c => c.Against()).Where(trade.Constraints.Contains).Distinct().ToList();
        var tension = query.Tension?.Of(trade.Rome);
        var ranksByTension = query.Tension?.RanksOn(query.Today) == true;
        var levels = new[] { Literacy(trade, query.Base.Litteratie), Numeracy(trade, query.Base.Numeratie) };
        return new()
        {
            Trade = trade,
            Reach = levels.Any(l => l.Reach is Reach.AvecFormation) ? Reach.AvecFormation : levels.Any(l => l.Reach is Reach.AVerifier) ? Reach.AVerifier : Reach.Ouvert,
            For =
            [
                .. strengths.Select(s => $"Point fort « {CompetenceTexts.Of(s.Competence).Name} » : {s.RestsOn}"),
                .. tension is { IsHigh: true } && ranksByTension ? [$"Les employeurs recrutent difficilement : {tension.Sentence}."] : (string[])[],
                .. levels.Where(l => l.Reach is Reach.Ouvert && l.Sentence is not null).Select(l => l.Sentence!),
            ],
            Against =
            [
                .. levels.Where(l => l.Reach is not Reach.Ouvert).Select(l => l.Sentence!),
                .. against.Select(c => $"Ce que la personne a dit : {c.Sentence()}."),
            ],
            Key = (against.Count, -strengths.Count, tension is { IsHigh: true } && ranksByTension ? -1 : 0),
        };
    }

    static (Reach Reach, string? Sentence) Literacy(Trade trade, DomainBase domain) =>
        Level(domain, (int)trade.Minimum.Litteratie, Words(trade.Minimum.Litteratie));

    static (Reach Reach, string? Sentence) Numeracy(Trade trade, DomainBase domain) =>
        Level(domain, (int)trade.Minimum.Numeratie, Words(trade.Minimum.Numeratie));

    static (Reach Reach, string? Sentence) Level(DomainBase domain, int minimum, string asked)
    {
        var title = domain.Domain.Title();
        if (minimum == 0)
        {
            return (Reach.Ouvert, null);
        }

        if (domain.State is BaseState.NonMesure or BaseState.Incertain || domain.Scale?.FrameworkProbabilities is not { } levels)
        {
            return (Reach.AVerifier, $"{title} : le métier demande {asked} pour commencer, et ce point n’est pas connu. À vérifier ensemble.");
        }

        // As likely as not is enough to open a door: a minimum is a mark, not a gate.
        var enough = levels.Skip(minimum).Sum(l => l.Probability);
        return enough >= 0.5
            ? (Reach.Ouvert, $"{title} : le métier demande {asked}, et les réponses le montrent ({French.Likelihood(enough)}).")
            : (Reach.AvecFormation, $"{title} : le métier demande {asked} ; les réponses ne le montrent pas encore ({French.Likelihood(enough)}). Une formation peut combler cet écart.");
    }

    static string Words(Cefr level) => level switch { Cefr.PreA1 => "peu d’écrit", Cefr.A1 => "le niveau A1 en français", Cefr.A2 => "le niveau A2 en français", Cefr.B1 => "le niveau B1 en français" };

    static string Words(Cenf level) => level switch { Cenf.PreX1 => "peu de calcul", Cenf.X1 => "le niveau X1 en calcul", Cenf.X2 => "le niveau X2 en calcul", Cenf.Y1 => "le niveau Y1 en calcul" };
}
