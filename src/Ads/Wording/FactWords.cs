using Beffroi.Ads.Law;
using Beffroi.Kit;

namespace Beffroi.Ads;

/// <summary>What the answers to the questions of facts are called.</summary>
static class FactWords
{
    public static string Say(this Medium medium, Lang l) => medium switch
    {
        Medium.Online => l.Say("En ligne", "Online"),
        Medium.Press => l.Say("Presse", "Press"),
        Medium.Broadcast => l.Say("Radio ou télévision", "Radio or television"),
        Medium.Paper => l.Say("Affiches, tracts", "Posters, leaflets"),
    };

    public static string Say(this DonationAppeal appeal, Lang l) => appeal switch
    {
        DonationAppeal.None => l.Say("Elle ne demande pas de dons", "It asks for no donations"),
        DonationAppeal.Only => l.Say("Elle demande des dons, et rien d’autre", "It asks for donations, and nothing else"),
        DonationAppeal.AmongOthers => l.Say("Elle demande des dons, et autre chose", "It asks for donations, and something else"),
    };

    public static string Say(this BackerKind kind, Lang l) => kind switch
    {
        BackerKind.Person => l.Say("Une personne", "A person"),
        BackerKind.Candidate => l.Say("Un candidat, ou sa liste", "A candidate, or their list"),
        BackerKind.Party => l.Say("Un parti ou groupement politique", "A party or political group"),
        BackerKind.Organisation => l.Say("Une entreprise, une association", "A company, an association"),
        BackerKind.PublicBody => l.Say("Une collectivité, une administration du pays", "A local authority, an administration of the country"),
        BackerKind.ForeignState => l.Say("Un État étranger", "A foreign State"),
    };

    public static string Say(this PollMention mention, Lang l) => mention switch
    {
        PollMention.Institute => l.Say("L’institut", "The institute"),
        PollMention.Client => l.Say("Le commanditaire du sondage", "The client of the poll"),
        PollMention.Buyer => l.Say("L’acheteur du sondage", "The buyer of the poll"),
        PollMention.SampleSize => l.Say("Le nombre de personnes interrogées", "How many people were asked"),
        PollMention.Dates => l.Say("Les dates", "The dates"),
        PollMention.Questions => l.Say("Le texte des questions", "The text of the questions"),
        PollMention.Margins => l.Say("Les marges d’erreur", "The margins of error"),
        PollMention.RightToReadTheNotice => l.Say("Le droit de consulter la notice", "The right to read the notice"),
        PollMention.FirstPublished => l.Say("La première publication", "The first publication"),
    };
}
