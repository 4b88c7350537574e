using Beffroi.Kit;

namespace Beffroi.Site.Privacy;

/// <summary>The register of treatments (GDPR, article 30), as each module writes its own part: to read, and as JSON with its columns.</summary>
static class ReadRegister
{
    public const string Address = "/donnees-personnelles/registre";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Address, (IEnumerable<IRegister> registers) => Html.View<RegisterPage, RegisterModel>(new(Read(registers))));
        pages.MapGet(Address + ".json", (IEnumerable<IRegister> registers) => TypedResults.Json(new { traitements = Read(registers).Select(Told) }));
    }

    /// <summary>Each once: the audit is every module’s.</summary>
    static IReadOnlyList<Treatment> Read(IEnumerable<IRegister> registers) =>
        [.. registers.SelectMany(r => r.Treatments).GroupBy(t => t.Key, StringComparer.Ordinal).Select(g => g.First()).OrderBy(t => t.Name, StringComparer.Ordinal)];

    static object Told(Treatment t) => new
    {
        cle = t.Key, nom = t.Name, finalite = t.Purpose, base_legale = t.Basis, personnes = t.People, donnees = t.Data, destinataires = t.Recipients, conservation = t.Retention,
        tables = t.Tables.Where(table => table.PersonalColumns.Count > 0).Select(table => new { nom = table.Name, colonnes = table.PersonalColumns }),
    };
}

public sealed record RegisterModel(IReadOnlyList<Treatment> Treatments);
