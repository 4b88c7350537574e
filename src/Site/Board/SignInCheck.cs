using Beffroi.Accounts.OpenId;
using Beffroi.Accounts.Post;
using Beffroi.Incubator.Compliance;
using Beffroi.Kit;

namespace Beffroi.Site.Board;

/// <summary>The providers that this site is configured with, as its sign-in page offers them (C6, C7), and the address of its letters (C23).</summary>
sealed class SignInCheck(OutsideSettings outside, MailSettings mail, SiteIdentity site) : ICheck
{
    const string Entrance = "/connexion";

    public IReadOnlyList<int> Criteria => [6, 7, 23];

    public async Task<IReadOnlyList<Finding>> Look(Visit visit, CancellationToken ct)
    {
        var entrance = await visit.Ask(Entrance, ct);
        var from = mail.From ?? site.ContactEmail;
        return
        [
            .. HostedServices.All.Select(s => IsForCitizens(s) ? Offered(6, s, "FranceConnect", outside.FranceConnect is not null, entrance) : new Finding(6, s, Verdict.NotApplicable, "aucun citoyen ne s’y connecte")),
            Offered(7, null, "ProConnect", outside.ProConnect is not null, entrance),
            new(23, null, FooterCheck.IsDeaf(from) ? Verdict.NotMet : Verdict.Met, $"les lettres viennent de {from}"),
        ];
    }

    // In Eva a person enters with a code, and answers ads without an account; the incubator is for agents.
    static bool IsForCitizens(HostedService service) => service switch
    {
        HostedService.Encyclopedia or HostedService.Chat or HostedService.Bots => true,
        HostedService.Eva or HostedService.Ads or HostedService.Incubator => false,
    };

    static Finding Offered(int criterion, HostedService? service, string name, bool isConfigured, Answer entrance)
    {
        var shown = entrance.Text.Contains(name, StringComparison.Ordinal);
        return new(criterion, service, isConfigured && shown ? Verdict.Met : Verdict.NotMet, (isConfigured, shown) switch
        {
            (true, true) => $"{entrance.Said}, avec {name}",
            (true, false) => $"{entrance.Said}, sans {name} qui est pourtant configuré",
            (false, _) => $"SignIn:{name} est vide",
        });
    }
}
