using Beffroi.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Cli.World;

/// <summary>One piece of news, one source of help, one opinion.</summary>
static class WorldNews
{
    public static async Task<bool> Plant(AccountsDb accounts, DateTimeOffset now, CancellationToken ct)
    {
        var author = await accounts.Users.Where(a => a.Email == People.Camille.Email).Select(a => a.Id).SingleAsync(ct);
        var (news, help, opinion) = (await accounts.News.AnyAsync(ct), await accounts.HelpSources.AnyAsync(ct), await accounts.Opinions.AnyAsync(ct));
        if (!news)
        {
            accounts.Add(NewsItem.Write(new(NewsKind.Evolution, "Préparer un plan avec la personne", News, DateOnly.FromDateTime(now.AddDays(-3).UtcDateTime), Published: true), author, now.AddDays(-3)));
        }

        if (!help)
        {
            accounts.Add(HelpSource.Write(new() { Topic = HelpTopic.PriseEnMain, Kind = HelpKind.Document, Title = "Préparer une première séance", Address = null, Text = Help }, author, now.AddDays(-3)));
        }

        if (!opinion)
        {
            accounts.Add(new Opinion { Id = Guid.NewGuid(), Day = DateOnly.FromDateTime(now.AddDays(-2).UtcDateTime), Rating = OpinionRating.Good, Clarity = 4, Text = "Les consignes sont claires. J’ai aimé la tournée des colis.", AfterPlaying = true });
        }

        await accounts.SaveChangesAsync(ct);
        return !news || !help || !opinion;
    }

    const string News = """
        Depuis une restitution, le **guide d’entretien** aide à parler de ce qui a marché. L’**orientation** propose ensuite des étapes et des métiers, chacun avec ses raisons.

        - Rien n’est coché d’avance.
        - Vous confirmez le plan avec la personne, puis vous l’imprimez.
        """;

    const string Help = """
        Prévoyez une heure, et une pièce calme.

        - Créez la campagne, puis imprimez son affiche.
        - Essayez le son avant que la personne arrive.
        - Dites-lui que ce n’est pas un examen.
        """;
}
