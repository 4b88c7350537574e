using System.Globalization;
using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Alone;

/// <summary>What a person is told before playing alone. A change of words is a new version: each evaluation keeps the one that was read, and in which language.</summary>
public static class AloneConsent
{
    public const string Version = "seul-2026-11";

    static readonly string[] Keys = ["accord.1", "solo.anonyme", "solo.resultats", "solo.garde", "solo.effacer", "accord.4"];

    /// <summary>In French, the source of the other languages.</summary>
    public static IReadOnlyList<string> Sentences(AloneSettings settings) => In(Language.French, settings);

    public static IReadOnlyList<string> In(Language language, AloneSettings settings) =>
        [.. Keys.Select(key => language.Say(key).Text.Replace("{jours}", settings.KeptDays.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))];
}
