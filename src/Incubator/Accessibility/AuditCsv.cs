using System.Globalization;
using Beffroi.Kit;

namespace Beffroi.Incubator.Accessibility;

/// <summary>A result that a file brings.</summary>
public sealed record BroughtResult(Guid PageId, string Criterion, CriterionResult Result, string? Comment, bool IsDerogated);

/// <summary>Results of an audit as a file: criterion, page (its number or its title), result, comment, derogation. Every line is read, and each that is wrong says why.</summary>
public static class AuditCsv
{
    public const string Head = "critere,page,resultat,commentaire,derogation";

    /// <summary>Characters: a criterion of 60 pages takes some 100.</summary>
    public const int MostLength = 2_000_000;

    static readonly string[] Columns = Head.Split(',');

    /// <returns>What the file brings, or what is wrong with it: never both.</returns>
    public static (IReadOnlyList<BroughtResult> Results, IReadOnlyList<string> Mistakes) Read(string text, IReadOnlyList<AuditedPage> pages)
    {
        if (text.Length > MostLength)
        {
            return ([], ["Le fichier est trop long"]);
        }

        try
        {
            return Read(CsvText.Read(text), pages);
        }
        catch (FormatException wrong)
        {
            return ([], [wrong.Message]);
        }
    }

    static (IReadOnlyList<BroughtResult>, IReadOnlyList<string>) Read(IReadOnlyList<CsvRow> rows, IReadOnlyList<AuditedPage> pages)
    {
        var head = rows.Count == 0 ? [] : rows[0].Cells.Select(c => c.ToLowerInvariant()).ToList();
        if (Columns.Take(3).FirstOrDefault(c => !head.Contains(c, StringComparer.Ordinal)) is { } missing)
        {
            return ([], [$"La première ligne nomme les colonnes : {Head}. Il manque : {missing}"]);
        }

        var (results, mistakes, seen) = (new List<BroughtResult>(), new List<string>(), new Dictionary<(Guid, string), int>());
        foreach (var row in rows.Skip(1))
        {
            if (Read(row, head, pages) is not ({ } result, _))
            {
                mistakes.Add(Wrong(row.Line, Read(row, head, pages).Wrong!));
            }
            else if (!seen.TryAdd((result.PageId, result.Criterion), row.Line))
            {
                mistakes.Add(Wrong(row.Line, string.Create(CultureInfo.InvariantCulture, $"le critère {result.Criterion} de cette page est déjà à la ligne {seen[(result.PageId, result.Criterion)]}")));
            }
            else
            {
                results.Add(result);
            }
        }

        return mistakes.Count > 0 ? ([], mistakes) : results.Count == 0 ? ([], ["Le fichier n’a aucun résultat"]) : (results, []);
    }

    static (BroughtResult? Result, string? Wrong) Read(CsvRow row, List<string> head, IReadOnlyList<AuditedPage> pages)
    {
        string Cell(string column) => head.IndexOf(column) is >= 0 and var at && at < row.Cells.Count ? row.Cells[at] : "";
        var (criterion, comment) = (Cell(Columns[0]), Cell(Columns[3]));
        if (row.Cells.Count > head.Count)
        {
            return (null, $"{French.Count(row.Cells.Count, "colonne", "colonnes")} au lieu de {French.Number(head.Count)}");
        }

        if (!Rgaa.Has(criterion))
        {
            return (null, $"« {criterion} » n’est pas un critère. Exemple : 1.1");
        }

        if (pages.FirstOrDefault(p => string.Equals(p.Title, Cell(Columns[1]), StringComparison.OrdinalIgnoreCase) || string.Equals(p.Number.ToString(CultureInfo.InvariantCulture), Cell(Columns[1]), StringComparison.Ordinal)) is not { } page)
        {
            return (null, $"« {Cell(Columns[1])} » n’est pas une page de l’échantillon");
        }

        if (CriterionResults.Of(Cell(Columns[2])) is not { } result)
        {
            return (null, $"« {Cell(Columns[2])} » n’est pas un résultat : C, NC ou NA");
        }

        if (Derogated(Cell(Columns[4])) is not { } derogated)
        {
            return (null, $"« {Cell(Columns[4])} » n’est pas une dérogation : oui, non ou rien");
        }

        return Mistake(result, comment, derogated) is { } wrong ? (null, wrong) : (new(page.Id, criterion, result, comment.Length == 0 ? null : comment, derogated), null);
    }

    /// <summary>What a result lacks; null when it is whole.</summary>
    public static string? Mistake(CriterionResult result, string? comment, bool isDerogated) =>
        result == CriterionResult.NotCompliant && string.IsNullOrWhiteSpace(comment) ? "dites en mots ce qui n’est pas conforme"
        : isDerogated && result != CriterionResult.NotCompliant ? "une dérogation porte sur un défaut (NC)"
        : comment is { Length: > AuditedCriterion.CommentMaxLength } ? $"{French.Number(AuditedCriterion.CommentMaxLength)} caractères au plus pour le commentaire"
        : null;

    static bool? Derogated(string typed) => typed.ToLowerInvariant() switch { "" or "non" or "0" or "false" => false, "oui" or "1" or "true" => true, _ => null };

    static string Wrong(int line, string what) => string.Create(CultureInfo.InvariantCulture, $"Ligne {line} : {what}");
}
