using Beffroi.Kit;

namespace Beffroi.Site.Privacy;

/// <summary>The register of treatments (GDPR, article 30), as each module writes its own part: to read, and as JSON with its columns.</summary>
static class ReadRegister
{
    public const string Address = "/donnees-personnelles/registre";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Address, async (IEnumerable<IRegister> registers, IRecords records, TimeProvider clock, CancellationToken ct) => Html.View<RegisterPage, RegisterModel>(new(Read(registers), Assessed(registers, await records.Last(ct), clock))));
        pages.MapGet(Address + ".json", (IEnumerable<IRegister> registers) => TypedResults.Json(new { traitements = Read(registers).Select(Told) }));
    }

    /// <summary>Each once: the audit is every module’s.</summary>
    static IReadOnlyList<Treatment> Read(IEnumerable<IRegister> registers) =>
        [.. registers.SelectMany(r => r.Treatments).GroupBy(t => t.Key, StringComparer.Ordinal).Select(g => g.First()).OrderBy(t => t.Name, StringComparer.Ordinal)];

    static IReadOnlyList<AssessedService> Assessed(IEnumerable<IRegister> registers, IReadOnlyDictionary<string, TreatmentRecord> records, TimeProvider clock)
    {
        var today = DateOnly.ParseExact(French.IsoDay(clock.GetUtcNow()), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return [.. registers.Select(r => r.Assessment).OfType<AssessmentTemplate>().OrderBy(t => t.Name, StringComparer.Ordinal)
            .Select(t => new AssessedService(t, records.GetValueOrDefault(t.Key), records.GetValueOrDefault(t.Key)?.State(today) == RecordState.InForce))];
    }

    static object Told(Treatment t) => new
    {
        cle = t.Key, nom = t.Name, finalite = t.Purpose, base_legale = t.Basis, personnes = t.People, donnees = t.Data, destinataires = t.Recipients, conservation = t.Retention, analyse_d_impact = t.NeedsAssessment,
        tables = t.Tables.Where(table => table.PersonalColumns.Count > 0).Select(table => new { nom = table.Name, colonnes = table.PersonalColumns, garde_a_la_fermeture = table.Because }),
    };
}

public sealed record RegisterModel(IReadOnlyList<Treatment> Treatments, IReadOnlyList<AssessedService> Services);

/// <param name="Record">The last one; null where the controller recorded nothing.</param>
public sealed record AssessedService(AssessmentTemplate Template, TreatmentRecord? Record, bool InForce);
