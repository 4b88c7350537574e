using Beffroi.Eva.Orientation;

namespace Beffroi.Eva.OrientationFiles;

/// <summary>From the families of trades to the ROME: two columns.</summary>
static class PassageReading
{
    static readonly string[][] Columns = [["fap", "code_fap", "code_fap_228", "code_fap_225"], ["rome", "code_rome"]];

    public static FileReading Read(byte[] file)
    {
        var table = HeadedTable.Read(file, Columns);
        var (faults, rows) = (new List<FileFault>(), new HashSet<PassageRow>());
        foreach (var row in table.Rows)
        {
            var (fap, rome) = (row["fap"].ToUpperInvariant(), row["rome"].ToUpperInvariant());
            if (!BmoReading.Fap().IsMatch(fap))
            {
                faults.Add(row.Fault("fap", "Le code de la famille a cinq caractères, par exemple D1X33."));
            }
            else if (Rome.Label(rome) is null)
            {
                faults.Add(row.Fault("rome", $"« {rome} » n’est pas un code du ROME (version 3)."));
            }
            else if (!rows.Add(new(fap, rome)))
            {
                faults.Add(row.Fault("fap", "Cette correspondance est là deux fois."));
            }

            if (faults.Count >= FileReading.MostFaults)
            {
                break;
            }
        }

        return new(new() { Passage = [.. rows.OrderBy(r => r.Fap, StringComparer.Ordinal).ThenBy(r => r.Rome, StringComparer.Ordinal)] }, faults, []);
    }
}
