using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.BankFiles;

/// <summary>Makes a document of the lines of its cell.</summary>
sealed class DocumentReading(IReadOnlyList<IReadOnlyList<string?>> entries, Action<string> fault)
{
    public Document? Read()
    {
        var kind = Single(DocumentParts.Kind);
        if (kind is null)
        {
            fault("Un document commence par son genre : genre | affiche.");
            return null;
        }

        if (entries.Any(e => e[0] is not (DocumentParts.Kind or DocumentParts.Title or DocumentParts.Line or DocumentParts.Columns or DocumentParts.Row or DocumentParts.Spoken)))
        {
            fault("Chaque ligne d’un document commence par genre, titre, ligne, colonnes, rangée ou dit, puis une barre « | ».");
            return null;
        }

        if (Of(DocumentParts.Line).Any(e => e is not [_, not null]))
        {
            fault(@"Une ligne du document est un texte ; une ligne vide s’écrit ligne | \e.");
        }

        return new()
        {
            Kind = kind,
            Title = Single(DocumentParts.Title),
            Lines = [.. Of(DocumentParts.Line).Select(e => e.ElementAtOrDefault(1) ?? "")],
            Columns = Of(DocumentParts.Columns).Count() switch { 0 => null, 1 => Cells(Of(DocumentParts.Columns).First()), _ => Twice(DocumentParts.Columns) },
            Rows = Of(DocumentParts.Row).Any() ? [.. Of(DocumentParts.Row).Select(Cells)] : null,
            Spoken = Single(DocumentParts.Spoken),
        };
    }

    IEnumerable<IReadOnlyList<string?>> Of(string part) => entries.Where(e => string.Equals(e[0], part, StringComparison.Ordinal));

    static IReadOnlyList<string> Cells(IReadOnlyList<string?> entry) => [.. entry.Skip(1).Select(c => c ?? "")];

    string? Single(string part)
    {
        var lines = Of(part).ToList();
        if (lines.Count > 1 || lines.Exists(l => l is not [_, not null]))
        {
            fault($"« {part} » est là une fois au plus, avec un texte.");
        }

        return lines.FirstOrDefault()?.ElementAtOrDefault(1);
    }

    List<string>? Twice(string part)
    {
        fault($"« {part} » est là une fois au plus.");
        return null;
    }
}
