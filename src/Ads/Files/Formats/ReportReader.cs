using System.Text;
using Beffroi.Ads.Intake;
using Beffroi.Ads.Law;

namespace Beffroi.Ads.Files;

/// <summary>What a report of a library announces.</summary>
public sealed record ReportTotals
{
    public int Lines { get; init; }
    public int Ads { get; init; }
    public int Advertisers { get; init; }

    /// <summary>Lines whose ads ran without a word on who pays.</summary>
    public int WithoutPayer { get; init; }

    public IReadOnlyList<(int Line, Words Why)> Faults { get; init; } = [];
}

/// <summary>Report of the Ad Library (CSV, a line for each page and disclaimer): its totals are what the library says that it holds.</summary>
public static class ReportReader
{
    const int MostField = 5000;
    const int MostFaults = 200;

    // Folded; in the languages in which we have seen reports.
    static readonly string[] CountNames = ["number of ads in library", "nombre de publicites dans la bibliotheque", "nombre de publicites", "anzahl der werbeanzeigen in der bibliothek", "numero de anuncios en la biblioteca"];
    static readonly string[] PageNames = ["page name", "nom de la page", "seitenname", "nombre de la pagina"];
    static readonly string[] PayerNames = ["disclaimer", "avertissement", "mention de non responsabilite", "haftungsausschluss", "descargo de responsabilidad"];

    public static bool IsWithoutDisclaimer(string payer) =>
        CleanText.Folded(payer) is "these ads ran without a disclaimer" or "ces publicites ont ete diffusees sans avertissement" or "ces publicites ont ete diffusees sans clause de non responsabilite" or "these ads ran without disclaimers";

    public static async Task<ReportTotals> Read(Stream file, FileLimits limits, CancellationToken ct)
    {
        using var reader = new StreamReader(file, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var faults = new List<(int, Words)>();
        var pages = new HashSet<string>(StringComparer.Ordinal);
        int lines = 0, ads = 0, withoutPayer = 0;
        (int Count, int Page, int Payer)? columns = null;
        await foreach (var (line, cells) in CsvLines.Read(reader, MostField, limits.MostBytes, ct))
        {
            if (cells is null)
            {
                Told(line, new("ligne trop longue, ou guillemets jamais fermés", "line too long, or quotes never closed"));
                continue;
            }

            if (columns is null)
            {
                columns = Columns(cells);
                if (columns is null)
                {
                    return new() { Faults = [(line, new("les colonnes du rapport ne sont pas reconnues", "the columns of the report are not known"))] };
                }

                continue;
            }

            var (count, page, payer) = columns.Value;
            if (cells.Count <= Math.Max(count, Math.Max(page, payer)) || !Readings.Count(cells[count].TrimStart('≤', '<', ' '), out var number) || number is not { } known || known > int.MaxValue - ads)
            {
                Told(line, new("nombre d’annonces absent ou illisible", "the number of ads is missing or cannot be read"));
                continue;
            }

            lines++;
            ads += (int)known;
            pages.Add(cells[page]);
            withoutPayer += payer >= 0 && (cells[payer].Length == 0 || IsWithoutDisclaimer(cells[payer])) ? 1 : 0;
        }

        return new() { Lines = lines, Ads = ads, Advertisers = pages.Count, WithoutPayer = withoutPayer, Faults = faults };

        void Told(int line, Words why)
        {
            if (faults.Count < MostFaults)
            {
                faults.Add((line, why));
            }
        }
    }

    static (int Count, int Page, int Payer)? Columns(IReadOnlyList<string> heads)
    {
        var folded = heads.Select(h => CleanText.Folded(h.TrimStart('\uFEFF'))).ToList();
        var (count, page, payer) = (folded.FindIndex(CountNames.Contains), folded.FindIndex(PageNames.Contains), folded.FindIndex(PayerNames.Contains));
        // In a language that we do not know, the order is the same: page, (who pays,) spend, number.
        return count >= 0 && page >= 0 ? (count, page, payer)
            : heads.Count is 4 or 5 ? (heads.Count - 1, heads.Count - 4, heads.Count - 3)
            : null;
    }
}
