using Beffroi.Cli.World;
using Beffroi.Incubator;

namespace Beffroi.Testing;

/// <summary>A convention that is not signed, so that the page that corrects it is seen.</summary>
public static class PlantedDraft
{
    public const string Slug = "brouillon-2027";

    public static async Task Plant(IncubatorDb db, CancellationToken ct)
    {
        var (startup, eva) = WorldConventions.Eva();
        db.Add(new Convention
        {
            Id = Guid.Parse("d4af7000-0000-4000-8000-000000000001"), StartupId = startup.Id, Slug = Slug, Title = "Convention à signer", Delegator = "Ministère exemple", Delegate = "DINUM", AmountAe = Money.Of(1000), AmountCp = Money.Of(1000),
            Clauses = eva.Clauses, Imputation = eva.Imputation, ManifestoVersion = "2020-a",
        });
        await db.SaveChangesAsync(ct);
    }
}
