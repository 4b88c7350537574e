using Beffroi.Accounts;

namespace Beffroi.Cli.World;

/// <summary>An invented organisation.</summary>
/// <param name="Type">Null for an administrative one, which heads others.</param>
public sealed record WorldStructure(string Name, string PostCode, LocalType? Type, WorldStructure? Parent);

public static class Structures
{
    public static readonly WorldStructure Region = new("Région des Beffrois", "59000", Type: null, Parent: null);
    public static readonly WorldStructure MissionLocale = new("Mission locale du Beffroi", "59000", LocalType.MissionLocale, Region);
    public static readonly WorldStructure Atelier = new("Atelier du Canal", "59500", LocalType.Siae, Region);

    /// <summary>Parents first.</summary>
    public static readonly IReadOnlyList<WorldStructure> All = [Region, MissionLocale, Atelier];
}
