using Beffroi.Eva.Contracts;
using Beffroi.Psychometrics;

namespace Beffroi.Eva.Player.Tests;

/// <summary>Small positionings: every item is a choice, « a » is right.</summary>
internal static class Positionings
{
    public static IReadOnlyList<string> CafeIds { get; } = [.. CafeCodebook.Families.SelectMany(family => family.Ids)];

    public static IReadOnlyList<string> MarcheIds { get; } =
        [.. Enumerable.Range(1, MarcheCodebook.Levels).SelectMany(MarcheCodebook.Of).SelectMany(family => family.Principal.Ids.Concat(family.CatchUp?.Ids ?? []))];

    public static Play Cafe() => Play(CafeCodebook.Situation, CafeIds, new() { Mode = RouteMode.Historique, Keys = [], Seed = 1 });

    public static Play Marche() => Play(MarcheCodebook.Situation, MarcheIds, new() { Mode = RouteMode.Historique, Keys = [], Seed = 1 });

    /// <summary>Thirty items from easy to hard; stops after 15, or when it knows enough.</summary>
    public static Play Adaptive()
    {
        var blueprint = new AdaptiveBlueprint
        {
            Bank = "essai",
            Items = [.. Enumerable.Range(1, 30).Select(i => new BlueprintItem { Id = $"I{i}", Difficulties = [-3 + (i * 0.2)] })],
            EasyStart = new() { Count = 2, TargetProbability = 0.8 },
            RandomesqueCount = 3,
            MaximumLength = 15,
            StandardError = 0.3,
        };
        return Play(MarcheCodebook.Situation, [.. blueprint.Items.Select(item => item.Id)], new() { Mode = RouteMode.Beffroi, Keys = [], Seed = 7, Blueprint = blueprint.ToJson() });
    }

    private static Play Play(string situation, IReadOnlyList<string> ids, RouteCard card) => new()
    {
        SessionId = new Guid("44444444-4444-4444-4444-444444444444"),
        Situation = situation,
        Label = situation,
        NextPosition = 0,
        TrainingDone = false,
        Answered = [],
        Training = [Plays.Choice("E1")],
        Items = [.. ids.Select(id => Plays.Choice(id, "document"))],
        Route = card with { Keys = [.. ids.Select(id => Key(id).Seal("sel"))] },
    };

    private static PlainKey Key(string id) => new()
    {
        Item = id,
        Kind = ItemKind.Choice,
        Rule = MarkRule.Whole,
        Points = PointsOf(id),
        Worth = new Dictionary<string, decimal>(StringComparer.Ordinal) { ["a"] = 1 },
    };

    private static decimal PointsOf(string id) => CafeCodebook.Families
        .Concat(Enumerable.Range(1, MarcheCodebook.Levels).SelectMany(MarcheCodebook.Of).SelectMany(family => family.CatchUp is { } again ? [family.Principal, again] : new[] { family.Principal }))
        .FirstOrDefault(family => family.Ids.Contains(id, StringComparer.Ordinal))?.Points ?? 1;
}
