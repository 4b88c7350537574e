using Beffroi.Bots.Exploring;
using Beffroi.Detection;
using Beffroi.Dsfr;
using Beffroi.Kit;

namespace Beffroi.Bots.Explorations;

static class ExplorationWords
{
    public static string Of(ExplorationState state, Lang l) => state switch
    {
        ExplorationState.Stopped => l.Say("Arrêtée", "Stopped"),
        ExplorationState.Running => l.Say("En cours", "Running"),
        ExplorationState.Done => l.Say("Finie", "Done"),
        ExplorationState.Failed => l.Say("En panne", "Broken"),
        ExplorationState.Expired => l.Say("Cadre expiré", "Mandate over"),
    };

    public static string Of(Network network, Lang l) => network switch
    {
        Network.Twitter => "X",
        Network.Bluesky => "Bluesky",
        Network.Mastodon => "Mastodon",
        Network.Other => l.Say("Autre", "Other"),
    };

    public static string Of(ExplorationWay way, Lang l) => way switch
    {
        ExplorationWay.Followers => l.Say("Les abonnés", "Followers"),
        ExplorationWay.CoSharers => l.Say("Les comptes qui reprennent les mêmes messages", "Accounts that repeat the same posts"),
    };

    public static PaginationWords Pages(Lang l) => l.Say(new("Première page", "Page précédente", "Page suivante", "Dernière page"), new PaginationWords("First page", "Previous page", "Next page", "Last page"));
}
