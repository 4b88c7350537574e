using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;

namespace Beffroi.Testing;

/// <summary>What is told in the store room.</summary>
public static class Stocktaking
{
    /// <summary>Written down apart from the room: a bottle moved by mistake is seen.</summary>
    public static readonly IReadOnlyDictionary<string, int> Counted = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["citron"] = 14, ["menthe"] = 8, ["orange"] = 13, ["fraise"] = 10, ["pomme"] = 16, ["raisin"] = 7, ["eau"] = 18, ["lait"] = 14,
    };

    public static Story Open(this Story story, string container, double seconds) =>
        story.Tell(EventNames.ContainerOpened, ("contenant", container)).After(seconds, EventNames.ContainerClosed, ("contenant", container));

    public static Story OpenAll(this Story story, double seconds) =>
        InventaireBank.Current.Room.Containers.Aggregate(story, (told, container) => told.Open(container.Id, seconds));

    /// <summary>A sheet with the right quantities but for the lines named.</summary>
    public static Story HandIn(this Story story, double seconds, params (string Drink, string Typed)[] but) =>
        story.Tell(EventNames.SheetOpened).After(seconds, EventNames.SheetSubmitted, [.. Counted.Keys.Select(drink => (drink, (object)Typed(drink, but))), ("moyen", "tactile")]);

    static string Typed(string drink, (string Drink, string Typed)[] but) =>
        Array.Find(but, line => string.Equals(line.Drink, drink, StringComparison.Ordinal)) is { Drink: not null } line ? line.Typed : Counted[drink].ToString(System.Globalization.CultureInfo.InvariantCulture);
}
