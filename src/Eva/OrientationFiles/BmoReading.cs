using System.Text.RegularExpressions;
using Beffroi.Kit;

namespace Beffroi.Eva.OrientationFiles;

/// <summary>The open data of the BMO survey (France Travail, « Base_open_data_BMO »): a row for each employment area and trade, with its recruitment projects
/// (<c>met</c>), those judged difficult (<c>xmet</c>), and <c>*</c> where the figure is secret.</summary>
static partial class BmoReading
{
    // Names of 2025, then those of 2019.
    static readonly string[][] Columns = [["annee"], ["code_metier_bmo", "metier"], ["nom_metier_bmo", "nommetier"], ["dept"], ["met"], ["xmet"]];

    const string Secret = "*";

    public static FileReading Read(byte[] file)
    {
        var table = HeadedTable.Read(file, Columns);
        var (faults, secret, sums, names, years) = (new List<FileFault>(), 0, new SortedDictionary<(string Territory, string Fap), (int Projects, int Difficult)>(), new Dictionary<string, string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var row in table.Rows)
        {
            var before = faults.Count;
            var (fap, department) = (row["code_metier_bmo"].ToUpperInvariant(), Departments.Read(row["dept"]));
            if (!Year().IsMatch(row["annee"]))
            {
                faults.Add(row.Fault("annee", "L’année a quatre chiffres."));
            }

            if (!Fap().IsMatch(fap))
            {
                faults.Add(row.Fault("Code métier BMO", "Le code du métier a cinq caractères, par exemple D1X33."));
            }

            if (department is null)
            {
                faults.Add(row.Fault("Dept", $"« {row["dept"]} » n’est pas un code de département."));
            }

            var masked = row["met"] is Secret || row["xmet"] is Secret;
            var (projects, difficult) = (Figure(row, "met", faults), Figure(row, "xmet", faults));
            if (difficult > projects)
            {
                faults.Add(row.Fault("xmet", "Il y a plus de projets difficiles que de projets."));
            }

            if (faults.Count >= FileReading.MostFaults)
            {
                break;
            }

            if (faults.Count > before)
            {
                continue;
            }

            years.Add(row["annee"]);
            names[fap] = row["nom_metier_bmo"];
            if (masked)
            {
                secret++;
                continue;
            }

            foreach (var territory in new[] { department!, TensionRow.France })
            {
                var sum = sums.GetValueOrDefault((territory, fap));
                sums[(territory, fap)] = (sum.Projects + projects!.Value, sum.Difficult + difficult!.Value);
            }
        }

        if (years.Count > 1)
        {
            faults.Add(new(null, "annee", $"Le fichier mêle plusieurs années ({string.Join(", ", years.Order(StringComparer.Ordinal))}) : gardez-en une."));
        }

        return new(
            new() { Tension = [.. sums.Select(s => new TensionRow(s.Key.Territory, s.Key.Fap, names[s.Key.Fap], s.Value.Projects, s.Value.Difficult))] },
            faults,
            secret > 0 ? [$"{French.Count(secret, "ligne a", "lignes ont")} un chiffre sous secret statistique (*) : {(secret < 2 ? "elle est laissée" : "elles sont laissées")} de côté, ce n’est pas zéro."] : []);
    }

    static int? Figure(HeadedRow row, string column, List<FileFault> faults)
    {
        if (row[column] is Secret)
        {
            return null;
        }

        var figure = row.Count(column);
        if (figure is null)
        {
            faults.Add(row.Fault(column, "Un nombre est attendu, ou * pour un chiffre sous secret."));
        }

        return figure;
    }

    [GeneratedRegex("^(?:19|20)[0-9]{2}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Year();

    [GeneratedRegex("^[A-Z][0-9A-Z]{4}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    internal static partial Regex Fap();
}
