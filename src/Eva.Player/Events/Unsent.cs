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
        Answered = [.. play.Answered.Union(unsent.Select(Settled).OfType<string>(), StringComparer.Ordinal)],
        Belt = unsent.Where(happened => Is(happened, EventNames.PaceChanged)).MaxBy(happened => happened.Position) is { } change && Named(change, "rythme") is { } pace
            ? play.Belt is null ? null : play.Belt with { Pace = pace }
            : play.Belt,
        Route = play.Route?.With(unsent),
    };

    /// <summary>The steps of the way that the server did not know when it gave the play, marked as in the game.</summary>
    public static RouteCard With(this RouteCard card, IReadOnlyList<GameEvent> unsent)
    {
        var marks = card.Marks.ToList();
        var heard = new HashSet<string>(StringComparer.Ordinal);
        foreach (var happened in unsent.OrderBy(happened => happened.Position))
        {
            if (Named(happened, "question") is not { } item)
            {
                continue;
            }

            if (Is(happened, EventNames.ReadAloud))
            {
                heard.Add(item);
            }
            else if (Is(happened, EventNames.QuestionShown))
            {
                // Shown again, it starts silent again.
                heard.Remove(item);
            }
            else if (Is(happened, EventNames.Answered) && !marks.Exists(mark => string.Equals(mark.Item, item, StringComparison.Ordinal))
                && card.Keys.FirstOrDefault(key => string.Equals(key.Item, item, StringComparison.Ordinal)) is { } known)
            {
                marks.Add(RouteMark.Of(item, known.Mark(Named(happened, "reponse")), heard.Contains(item)));
            }
        }

        return card with { Marks = marks };
    }

    // As the rules of each situation on the server: what is not shown again.
    private static string? Settled(GameEvent happened) => happened.Name switch
    {
        EventNames.Answered => Named(happened, "question"),
        EventNames.WordJudged => Named(happened, "mot"),
        EventNames.PieceDropped or EventNames.PieceMissed => Named(happened, "piece"),
        EventNames.DangerNamed => Named(happened, "zone"),
        EventNames.DangerJudged when Named(happened, "reponse") is not "oui" => Named(happened, "zone"),
        EventNames.ExerciseDone => Named(happened, "exercice"),
        _ => null,
    };

    private static bool Is(GameEvent happened, string name) => string.Equals(happened.Name, name, StringComparison.Ordinal);

    private static string? Named(GameEvent happened, string name) =>
        happened.Data is { } data && data.TryGetValue(name, out var value) ? value.GetString() : null;
}
