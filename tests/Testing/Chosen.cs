using Beffroi.Cli.World;
using Beffroi.Eva;
using Beffroi.Eva.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Testing;

/// <summary>Campaigns of the situations that a test names, whatever the lists of the parcours: no page opens them.</summary>
public static class Chosen
{
    public const string Code = "CHX59000";

    public static readonly string Label = LabelOf(Code);

    public static string LabelOf(string code) => $"Au choix {code}";

    /// <summary>Opens one under this code, beside that of the named world, and gives the code back.</summary>
    public static string Opens(this EvaDb db, string code, params string[] situations) => db.Opens(code, null, situations);

    /// <param name="route">Who decides of the next question of a positioning.</param>
    public static string Opens(this EvaDb db, string code, RouteMode? route, params string[] situations)
    {
        var model = db.Campaigns.AsNoTracking().Single(c => c.Code == Campaigns.Accueil.Code);
        db.Add(new Campaign
        {
            Id = Guid.NewGuid(),
            Label = LabelOf(code),
            Code = code,
            StructureId = model.StructureId,
            AuthorId = model.AuthorId,
            CreatedAt = model.CreatedAt,
            Parcours = Enum.GetValues<Parcours>().Where(p => ParcoursPlan.Names(p).SequenceEqual(situations, StringComparer.Ordinal)).Append(model.Parcours).First(),
            Situations = [.. situations],
            Route = route,
            WithWriting = false,
            IsPrivate = false,
        });
        db.Add(new CampaignCodeTaken { Code = code, At = model.CreatedAt });
        db.SaveChanges();
        return code;
    }

    /// <summary>Somebody who has entered a campaign of these situations.</summary>
    public static async Task<Participant> At(this SiteUnderTest site, params string[] situations)
    {
        await site.Write<EvaDb>(db => db.Opens(Code, situations));
        return await Participant.Enter(site, Code);
    }
}
