using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Questions;

namespace Beffroi.Eva.Player.BuildingSite;

/// <summary>The two questions about a place. Both are asked of every place in the same words, so that they tell nothing.</summary>
public static class Asking
{
    private const string Yes = "oui";
    private const string First = "y-a-t-il";

    public static Item IsThereDanger(Zone zone, bool described) => About(zone, described) with
    {
        Id = First,
        Question = "Voyez-vous un danger\u00a0?",
        Choices = [new Choice { Id = Yes, Text = "Oui" }, new Choice { Id = "non", Text = "Non" }],
    };

    public static Item WhichDanger(Zone zone, bool described) => About(zone, described) with { Choices = zone.Choices };

    public static bool IsFirst(Item asked) => string.Equals(asked.Id, First, StringComparison.Ordinal);

    public static bool SeesDanger(Draft draft) => string.Equals(draft.ChoiceId, Yes, StringComparison.Ordinal);

    private static Item About(Zone zone, bool described) => new()
    {
        Id = "lequel",
        Kind = ItemKind.Choice,
        Instruction = zone.Name,
        Document = described ? new Document { Kind = "message", Lines = [zone.Description] } : null,
        Question = "Quel est le danger\u00a0?",
    };
}
