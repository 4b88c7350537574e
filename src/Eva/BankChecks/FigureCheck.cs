using Beffroi.Eva.BankFiles;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Contracts.Pictures;

namespace Beffroi.Eva.BankChecks;

/// <summary>Figures that can be drawn from their numbers (see <see cref="FigureKind"/>).</summary>
static class FigureCheck
{
    const int MostSquares = 8;
    const int MostThings = 200;
    static readonly double[] Money = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50];
    static readonly string[] Things = ["pomme", "oeuf", "carotte", "caisse", "bouteille", "pain", "fleur", "fromage", "poisson", "citron"];
    static readonly string[] Around = [.. Things, "chat", "velo", "parapluie", "panier", "balance", "chaise"];

    public static void Of(ItemFaults faults)
    {
        var item = faults.Item;
        if (item.Figure is { } figure)
        {
            var wrong = Wrong(figure);
            faults.When(wrong is not null, BankColumn.Figure, wrong ?? "");
            if (wrong is null && item.Kind is ItemKind.Zone)
            {
                var places = Spots.Of(figure)?.Places.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
                faults.When(places is null, BankColumn.Figure, "Cette figure n’a pas d’endroits à montrer.");
                faults.When(places is not null && !item.Slots.All(s => places.Contains(s.Id)), BankColumn.Slots, $"L’identifiant d’une case est un endroit de la figure : {string.Join(", ", places ?? [])}.");
            }
        }

        foreach (var choice in item.Choices.Where(c => c.Figure is not null))
        {
            var wrong = Wrong(choice.Figure!);
            faults.When(wrong is not null, BankColumn.ChoiceFigures, $"Choix {choice.Id} : {wrong}");
        }
    }

    static string? Wrong(Figure figure)
    {
        var (values, labels) = (figure.Values, figure.Labels);
        return string.IsNullOrWhiteSpace(figure.Alt) ? "Le texte de remplacement manque : ce qu’une personne qui voit y lit, jamais la réponse."
            : values.Any(v => !double.IsFinite(v)) ? "Une valeur n’est pas un nombre."
            : figure.Kind switch
            {
                FigureKind.Clock => values is [>= 0 and < 24, >= 0 and < 60] ? null : "Une horloge a deux valeurs : l’heure (0 à 23) et les minutes.",
                FigureKind.Display => labels is [{ Length: > 0 }] && values.Count == 0 ? null : "Un afficheur a un libellé, ce qu’il montre, et aucune valeur.",
                FigureKind.Ruler => values.Count == 4 && values[0] < values[1] ? null : "Une règle a quatre valeurs : première et dernière graduation, début et fin de l’objet.",
                FigureKind.Thermometer => values.Count == 4 && values[0] < values[1] && Steps(values[1] - values[0], values[2]) ? null : "Un thermomètre a quatre valeurs : bas, haut, pas, lecture.",
                FigureKind.Scales or FigureKind.Jug => values.Count == 3 && values[0] > 0 && Steps(values[0], values[1]) ? null : "Cette figure a trois valeurs : le plus haut, le pas, la lecture.",
                FigureKind.Bars => Chart(figure, 8),
                FigureKind.Line => Chart(figure, 12),
                FigureKind.Pie => Chart(figure, 6) ?? (values.Sum() > 0 ? null : "La somme des parts est nulle."),
                FigureKind.Money => values.Count is > 0 and <= 20 && values.All(Money.Contains) ? null : "La monnaie a de 1 à 20 valeurs, chacune celle d’une pièce ou d’un billet.",
                FigureKind.Objects => Objects(figure),
                FigureKind.Grid => Grid(figure),
                FigureKind.Rectangle => Sides(figure, 2),
                FigureKind.LShape => Sides(figure, 4) ?? (values[2] < values[0] && values[3] < values[1] ? null : "Le coin de l’équerre est plus petit qu’elle."),
                FigureKind.Box => Sides(figure, 3),
                FigureKind.NumberLine => values.Count is >= 4 and <= 12 && values[0] < values[1] && Steps(values[1] - values[0], values[2]) ? null : "Une droite a ses deux bouts, son pas, puis de 1 à 9 repères.",
                FigureKind.Fraction => values is [>= 1 and <= 100, >= 0] && values[1] <= values[0] && values.All(double.IsInteger) ? null : "Une fraction a deux nombres entiers : les parts, et celles qui sont colorées.",
                FigureKind.Stall => Stall(labels),
            };
    }

    // A drawing of thousands of lines would stop a telephone.
    static bool Steps(double length, double step) => step > 0 && length / step <= 1000;

    static string? Chart(Figure figure, int most) =>
        figure.Values.Count >= 2 && figure.Values.Count <= most && figure.Labels.Count == figure.Values.Count && figure.Values.All(v => v >= 0) && figure.Labels.All(l => l.Length > 0)
            && figure.Labels.Distinct(StringComparer.Ordinal).Count() == figure.Labels.Count
            ? null
            : $"Ce graphique a de 2 à {most} valeurs, zéro ou plus, et autant de libellés tous différents.";

    static string? Objects(Figure figure) =>
        figure.Labels.Count > 0 && figure.Values.Count == figure.Labels.Count + 1 && figure.Labels.All(Things.Contains) && figure.Values.All(v => v >= 0 && double.IsInteger(v)) && figure.Values[^1] >= 1
            && figure.Values.SkipLast(1).Sum() <= MostThings
            ? null
            : $"Des objets ont une valeur par libellé, puis combien dans une rangée, {MostThings} en tout au plus. Les objets : {string.Join(", ", Things)}.";

    static string? Grid(Figure figure)
    {
        if (figure.Values is not [>= 1 and <= MostSquares, >= 1 and <= MostSquares] || !figure.Values.All(double.IsInteger))
        {
            return $"Un plan a deux valeurs : ses colonnes et ses lignes, de 1 à {MostSquares}.";
        }

        var (lastColumn, lastRow) = ((char)('A' + (int)figure.Values[0] - 1), (char)('0' + (int)figure.Values[1]));
        bool IsSquare(string label) => label is [var column, var row, ':', _, ..] && column >= 'A' && column <= lastColumn && row >= '1' && row <= lastRow;
        return figure.Labels.All(IsSquare) && figure.Labels.DistinctBy(l => l[..2], StringComparer.Ordinal).Count() == figure.Labels.Count
            ? null
            : $"Un libellé de plan s’écrit B2:Poissonnier, ou B2:# pour un chemin, une fois chaque carré, de A1 à {lastColumn}{lastRow}.";
    }

    static string? Sides(Figure figure, int count) => figure.Values.Count == count && figure.Values.All(v => v > 0) ? null : $"Cette figure a {count} mesures, plus grandes que zéro.";

    static string? Stall(IReadOnlyList<string> labels)
    {
        var parts = labels.Select(l => l.Split(':')).ToList();
        return parts.Count > 0 && parts.TrueForAll(p => p.Length == 2 && Around.Contains(p[0]) && StallPlan.Places.Any(s => string.Equals(s.Id, p[1], StringComparison.Ordinal)))
            && parts.DistinctBy(p => p[1], StringComparer.Ordinal).Count() == parts.Count
            ? null
            : $"Un libellé d’étal s’écrit chat:dessous, une chose par place ({string.Join(", ", StallPlan.Places.Select(s => s.Id))}).";
    }
}
