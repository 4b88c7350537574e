using Beffroi.Eva.Player.Questions;

namespace Beffroi.Eva.Player.Screens;

/// <summary>What the ear reads on screens where nothing is measured: all that is written there.</summary>
public static class Spoken
{
    public const string Id = "a-lire";

    public static readonly IReadOnlyList<Part> Everything = [new Part(Id, null)];
}
