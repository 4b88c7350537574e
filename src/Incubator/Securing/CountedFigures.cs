using Beffroi.Dsfr;
using Beffroi.Kit;

namespace Beffroi.Incubator.Securing;

/// <summary>The published figures that count something: those that a ceiling may be about.</summary>
static class CountedFigures
{
    public static async Task<IReadOnlyList<PublicFigure>> Read(IEnumerable<IPublicFigures> modules, CancellationToken ct)
    {
        List<PublicFigure> all = [];
        foreach (var module in modules.OrderBy(m => m.Order))
        {
            all.AddRange((await module.Read(ct)).Where(f => f.IsCount));
        }

        return all;
    }

    public static IReadOnlyList<Option> Choices(IReadOnlyList<PublicFigure> figures) => [.. figures.Select(f => new Option(f.Name, $"{f.Label} ({Told(f)})"))];

    /// <summary>A figure and its ceiling, both or neither.</summary>
    public static (PublicFigure? Figure, int? Ceiling) Read(string? figure, string? ceiling, IReadOnlyList<PublicFigure> figures, Errors errors)
    {
        if (string.IsNullOrWhiteSpace(figure) && string.IsNullOrWhiteSpace(ceiling))
        {
            return (null, null);
        }

        var chosen = figures.FirstOrDefault(f => string.Equals(f.Name, figure, StringComparison.Ordinal));
        if (chosen is null)
        {
            errors.Add("Figure", "Choisissez le chiffre que suit le plafond");
        }

        var most = Typed.Whole(ceiling?.Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal).Replace("\u202F", "", StringComparison.Ordinal), "Ceiling", Homologation.LeastCeiling, Homologation.MostCeiling, $"Écrivez un nombre, {French.Number(Homologation.LeastCeiling)} ou plus", errors);
        if (chosen?.N is { } now && now >= most)
        {
            errors.Add("Ceiling", $"Ce chiffre est déjà {French.Number(now)}\u00A0: écrivez un plafond plus haut");
        }

        return (chosen, most);
    }

    public static string Told(PublicFigure figure) => figure.N is { } n ? French.Number(n) : $"moins de {French.Number(PublicFigure.Least)}";
}
