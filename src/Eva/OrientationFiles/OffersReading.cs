using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.OrientationFiles;

/// <summary>Courses, in our own columns (docs/eva-orientation.md).</summary>
public static class OffersReading
{
    public const int MaxOffers = 20_000;

    static readonly string[] Subdomains = ["2.1", "2.2", "2.3", "2.4", "2.5"];
    static readonly string[][] Columns = [["identifiant"], ["intitule"], ["nature"], ["organisme"], ["commune"], ["code_postal"]];

    public static FileReading Read(byte[] file)
    {
        var table = HeadedTable.Read(file, Columns);
        var (faults, offers, ids) = (new List<FileFault>(), new List<Offer>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var row in table.Rows)
        {
            var before = faults.Count;
            foreach (var column in new[] { "identifiant", "intitule", "organisme", "commune" })
            {
                if (row[column] is "" or { Length: > 300 })
                {
                    faults.Add(row.Fault(column, "Cette case a de 1 à 300 caractères."));
                }
            }

            if (row["identifiant"].Length > 0 && !ids.Add(row["identifiant"]))
            {
                faults.Add(row.Fault("identifiant", "Cet identifiant est déjà là."));
            }

            if (!TechnicalName.TryParse<OfferKind>(row["nature"], out var kind))
            {
                faults.Add(row.Fault("nature", $"La nature est l’une de : {string.Join(", ", TechnicalName.All<OfferKind>())}."));
            }

            var subdomains = row["sous_domaines"].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (subdomains.Except(Subdomains, StringComparer.Ordinal).Any())
            {
                faults.Add(row.Fault("sous_domaines", $"Un sous-domaine est l’un de : {string.Join(", ", Subdomains)} ; séparez-les par |."));
            }

            var code = row["code_postal"];
            if (!IsPostCode(code))
            {
                faults.Add(row.Fault("code_postal", "Un code postal a cinq chiffres. Un tableur retire parfois le zéro du début."));
            }

            var address = row["adresse"];
            if (address.Length > 0 && (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http")))
            {
                faults.Add(row.Fault("adresse", "L’adresse commence par https://."));
            }

            var (starts, until, hours, free, accessible) = (Day(row, "debut", faults), Day(row, "valable_jusqu_au", faults), Hours(row, faults), Yes(row, "gratuite", faults), Yes(row, "accessible", faults));
            if (offers.Count >= MaxOffers)
            {
                faults.Add(row.Fault("identifiant", $"Le fichier a plus de {MaxOffers} offres."));
            }

            if (faults.Count >= FileReading.MostFaults)
            {
                break;
            }

            if (faults.Count == before)
            {
                offers.Add(new()
                {
                    Id = row["identifiant"], Title = row["intitule"], Kind = kind, Subdomains = subdomains, Organisation = row["organisme"], Commune = row["commune"], PostCode = code,
                    StartsOn = starts, ValidUntil = until, Hours = hours, Free = free, Accessible = accessible, Address = address.Length > 0 ? address : null,
                });
            }
        }

        return new(new() { Offers = offers }, faults, []);
    }

    public static bool IsPostCode(string code) => code.Length == 5 && code.All(char.IsAsciiDigit) && !code.StartsWith("00", StringComparison.Ordinal);

    static DateOnly? Day(HeadedRow row, string column, List<FileFault> faults)
    {
        var day = row.Day(column);
        if (day is null && row[column].Length > 0)
        {
            faults.Add(row.Fault(column, "Une date s’écrit 2027-01-11 ou 11/01/2027."));
        }

        return day;
    }

    static int? Hours(HeadedRow row, List<FileFault> faults)
    {
        var hours = row.Count("heures");
        if (row["heures"].Length > 0 && hours is not (>= 1 and <= 5000))
        {
            faults.Add(row.Fault("heures", "Un nombre d’heures est attendu, de 1 à 5000."));
        }

        return hours;
    }

    static bool? Yes(HeadedRow row, string column, List<FileFault> faults)
    {
        bool? said = row[column] switch { "oui" or "VRAI" => true, "non" or "FAUX" => false, _ => null };
        if (said is null && row[column].Length > 0)
        {
            faults.Add(row.Fault(column, "Écrivez oui ou non, ou laissez la case vide."));
        }

        return said;
    }
}
