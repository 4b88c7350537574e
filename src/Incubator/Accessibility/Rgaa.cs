using System.Globalization;

namespace Beffroi.Incubator.Accessibility;

/// <summary>A theme of the RGAA.</summary>
/// <param name="Criteria">How many criteria it has.</param>
public sealed record RgaaTheme(int Number, string Name, int Criteria)
{
    public IEnumerable<string> Numbers => Enumerable.Range(1, Criteria).Select(n => string.Create(CultureInfo.InvariantCulture, $"{Number}.{n}"));
}

/// <summary>The 106 criteria of the RGAA 4.1.2 by their numbers, in 13 themes (DISIC/accessibilite.numerique.gouv.fr, read in April 2026). Their words are read at <see cref="Address"/>.</summary>
public static class Rgaa
{
    public const string Version = "4.1.2";
    public const string Address = "https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/";

    public static readonly IReadOnlyList<RgaaTheme> Themes =
    [
        new(1, "Images", 9),
        new(2, "Cadres", 2),
        new(3, "Couleurs", 3),
        new(4, "Multimédia", 13),
        new(5, "Tableaux", 8),
        new(6, "Liens", 2),
        new(7, "Scripts", 5),
        new(8, "Éléments obligatoires", 10),
        new(9, "Structuration de l’information", 4),
        new(10, "Présentation de l’information", 14),
        new(11, "Formulaires", 13),
        new(12, "Navigation", 11),
        new(13, "Consultation", 12),
    ];

    public static readonly IReadOnlyList<string> All = [.. Themes.SelectMany(t => t.Numbers)];

    static readonly HashSet<string> Known = All.ToHashSet(StringComparer.Ordinal);

    public static bool Has(string criterion) => Known.Contains(criterion);

    public static RgaaTheme ThemeOf(string criterion) => Themes[int.Parse(criterion.Split('.')[0], CultureInfo.InvariantCulture) - 1];
}
