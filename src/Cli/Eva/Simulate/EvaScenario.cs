using System.Collections.Immutable;
using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Scoring;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Eva.Simulate;

/// <summary>What the simulation supposes of the items.</summary>
enum ItemTruth
{
    /// <summary>Drawn around the experts': what the product itself believes.</summary>
    AroundExperts,

    /// <summary>Exactly the experts': the best case.</summary>
    AsExperts,
}

/// <summary>One scale under one supposition: its people and the four ways of asking them.</summary>
sealed record EvaScenario(string Situation, ItemTruth Truth, int Persons, int Seed)
{
    /// <summary>Errors of experts are drawn anew for each, so that no figure rests on one lucky bank.</summary>
    const int BanksDrawn = 20;

    public PositioningBank Bank { get; } = PositioningBank.Current(Situation);

    public bool IsLiteracy => PositioningDesign.IsLiteracy(Situation);

    public int Banks => Truth is ItemTruth.AroundExperts ? Math.Min(BanksDrawn, Persons) : 1;

    public static IEnumerable<EvaScenario> All(int persons, int seed) =>
        from truth in Enum.GetValues<ItemTruth>()
        from situation in new[] { CafeCodebook.Situation, MarcheCodebook.Situation }
        select new EvaScenario(situation, truth, persons, seed);

    public TrueItems Items(int bank) => Truth switch
    {
        ItemTruth.AroundExperts => TrueItems.Around(Bank, Chance.Of(Seed, Chance.OfItems, bank)),
        ItemTruth.AsExperts => TrueItems.Exact(Bank),
    };

    /// <summary>The cut under which the product repères a potential illettrisme.</summary>
    public double LowestCut => IsLiteracy ? BeffroiNorms.Expert2026.Cefr.Values[0] : BeffroiNorms.Expert2026.Cenf.Values[0];

    public ImmutableArray<double> AnlciCuts => [.. (IsLiteracy ? BeffroiNorms.Expert2026.AnlciLitteratie : BeffroiNorms.Expert2026.AnlciNumeratie).Values];

    /// <summary>What the library's measures read.</summary>
    public SimulationScenario Measures(CutDecision decision) => new()
    {
        Design = new AdaptiveDesign(PositioningDesign.Of(Bank).Build().Options),
        Persons = Persons,
        Banks = Banks,
        Cuts = AnlciCuts,
        Decision = decision,
        Seed = (ulong)Seed,
    };
}
