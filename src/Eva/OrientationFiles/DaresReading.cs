using System.Globalization;

namespace Beffroi.Eva.OrientationFiles;

/// <summary>The tension indicators of the Dares by département and trade (FAP 228): the published class, 1 to 5, of the newest year of the file.</summary>
static class DaresReading
{
    static readonly string[][] Columns = [["annee"], ["code_fap_228", "code_fap_225", "code_fap", "fap"], ["libelle_fap_228", "libelle_fap_225", "libelle_fap", "intitule_fap_228"], ["code_departement", "departement", "dept"], ["tension_discret", "tension_classe", "classe_de_tension"]];

    public static FileReading Read(byte[] file)
    {
        var table = HeadedTable.Read(file, Columns);
        var (faults, kept, seen, unsaid) = (new List<FileFault>(), new List<(int Year, TensionRow Row)>(), new HashSet<(int, string, string)>(), 0);
        foreach (var row in table.Rows)
        {
            var before = faults.Count;
            var (fap, department) = (row["code_fap_228"].ToUpperInvariant(), Departments.Read(row["code_departement"]));
            var isYear = int.TryParse(row["annee"], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and < 2100;
            if (!isYear)
            {
                faults.Add(row.Fault("annee", "L’année a quatre chiffres."));
            }

            if (!BmoReading.Fap().IsMatch(fap))
            {
                faults.Add(row.Fault("code_fap_228", "Le code de la famille a cinq caractères, par exemple D1X33."));
            }

            if (department is null)
            {
                faults.Add(row.Fault("code_departement", $"« {row["code_departement"]} » n’est pas un code de département."));
            }

            var unknown = row["tension_discret"] is "" or "NA" or "ND" or "*";
            var level = row.Count("tension_discret");
            if (!unknown && level is not (>= 1 and <= 5))
            {
                faults.Add(row.Fault("tension_discret", "La classe de tension va de 1 à 5, ou reste vide."));
            }

            if (faults.Count == before && !seen.Add((year, department!, fap)))
            {
                faults.Add(row.Fault("code_fap_228", "Cette famille est déjà là pour ce département et cette année."));
            }

            if (faults.Count >= FileReading.MostFaults)
            {
                break;
            }

            if (faults.Count == before && unknown)
            {
                unsaid++;
            }
            else if (faults.Count == before)
            {
                kept.Add((year, new(department!, fap, row["libelle_fap_228"], Class: level)));
            }
        }

        var newest = kept.Count > 0 ? kept.Max(k => k.Year) : 0;
        var older = kept.Count(k => k.Year < newest);
        return new(
            new() { Tension = [.. kept.Where(k => k.Year == newest).Select(k => k.Row)] },
            faults,
            [
                .. unsaid > 0 ? [$"{Beffroi.Kit.French.Count(unsaid, "ligne", "lignes")} sans classe publiée."] : (string[])[],
                .. older > 0 ? [string.Create(CultureInfo.InvariantCulture, $"Seule l’année {newest} est gardée ({older} lignes d’avant).")] : (string[])[],
            ]);
    }
}
