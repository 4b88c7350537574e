using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Inventory;

namespace Beffroi.Eva.Player.Events;

/// <summary>What this device knows and the server does not yet: a person never answers twice because a network is slow.</summary>
public static class Unsent
{
    public static Play With(this Play play, IReadOnlyList<GameEvent> unsent) => play with
    {
        NextPosition = unsent.Select(happened => happened.Position + 1).Append(play.NextPosition).Max(),
        Stocktake = play.Stocktake?.With(unsent),
        TrainingDone = play.TrainingDone || unsent.Any(happened => Is(happened, EventNames.Started)),
        Answered =
        [
            .. play.Answered.Union(unsent.Where(happened => Is(happened, EventNames.Answered)).Select(happened => Named(happened, "question")).OfType<string>(), StringComparer.Ordinal)
                .Union(unsent.Where(happened => Is(happened, EventNames.WordJudged)).Select(happened => Named(happened, "mot")).OfType<string>(), StringComparer.Ordinal),
            .. play.Answered,
            .. unsent.Where(happened => Is(happened, EventNames.Answered)).Select(happened => Named(happened, "question")).OfType<string>(),
            .. unsent.Where(happened => Is(happened, EventNames.WordJudged)).Select(happened => Named(happened, "mot")).OfType<string>(),
            .. unsent.Where(happened => Is(happened, EventNames.PieceDropped)).Select(happened => Named(happened, "piece")).OfType<string>(),
            .. unsent.Where(IsZoneSettled).Select(happened => Named(happened, "zone")).OfType<string>(),
            .. unsent.Where(happened => Is(happened, EventNames.PieceDropped) || Is(happened, EventNames.PieceMissed)).Select(happened => Named(happened, "piece")).OfType<string>(),
        ],
        Belt = unsent.Where(happened => Is(happened, EventNames.PaceChanged)).MaxBy(happened => happened.Position) is { } change && Named(change, "rythme") is { } pace
            ? play.Belt is null ? null : play.Belt with { Pace = pace }
            : play.Belt,
    };

    /// <summary>No danger is seen there, or the danger is named.</summary>
    private static bool IsZoneSettled(GameEvent happened) =>
        Is(happened, EventNames.DangerNamed) || (Is(happened, EventNames.DangerJudged) && Named(happened, "reponse") is not "oui");

    private static bool Is(GameEvent happened, string name) => string.Equals(happened.Name, name, StringComparison.Ordinal);

    private static string? Named(GameEvent happened, string name) =>
        happened.Data is { } data && data.TryGetValue(name, out var value) ? value.GetString() : null;
}
