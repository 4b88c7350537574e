using Beffroi.Kit;

namespace Beffroi.Ads;

/// <summary>The six purposes: people describe what an ad is for, they do not judge it.</summary>
public static class PurposeWords
{
    /// <summary>In the order in which they are offered.</summary>
    public static readonly IReadOnlyList<Purpose> Offered = [Purpose.PartyOrCandidate, Purpose.Revelation, Purpose.Poll, Purpose.Engagement, Purpose.Commercial, Purpose.HardToSay];

    public static string Say(this Purpose purpose, Lang l) => purpose switch
    {
        Purpose.PartyOrCandidate => l.Say("Soutenir ou critiquer un parti ou un candidat", "Support or criticise a party or a candidate"),
        Purpose.Revelation => l.Say("Révéler quelque chose sur un parti ou un candidat", "Reveal something about a party or a candidate"),
        Purpose.Poll => l.Say("Publier un sondage", "Publish a poll"),
        Purpose.Engagement => l.Say("Inviter à voter ou à s’engager, sans choisir de camp", "Invite people to vote or take part, without taking sides"),
        Purpose.Commercial => l.Say("Vendre ou faire connaître, sans lien avec la politique", "Sell or make known, with no link to politics"),
        Purpose.HardToSay => l.Say("Difficile à dire", "Hard to say"),
    };

    /// <summary>Why it is asked, in two sentences at most.</summary>
    public static string Why(this Purpose purpose, Lang l) => purpose switch
    {
        Purpose.PartyOrCandidate => l.Say(
            "Dans les six mois qui précèdent le mois d’une élection, et jusqu’au vote, la publicité commerciale ne peut pas servir à la propagande électorale. La règle vaut aussi en ligne.",
            "In the six months before the month of an election, and until the vote, commercial advertising may not serve electoral propaganda. The rule also holds online."),
        Purpose.Revelation => l.Say(
            "Un candidat ne peut pas lancer un élément nouveau de polémique si tard que ses adversaires n’ont plus le temps de répondre. Il faut donc savoir ce que l’annonce révèle, et quand.",
            "A candidate may not bring a new element of controversy so late that opponents have no time left to answer. So it matters what the ad reveals, and when."),
        Purpose.Poll => l.Say(
            "Un sondage électoral se publie avec des mentions : qui l’a fait, pour qui, auprès de combien de personnes. Aucun ne se publie la veille ni le jour du vote.",
            "An election poll is published with details: who made it, for whom, with how many people. None is published on the eve or on the day of the vote."),
        Purpose.Engagement => l.Say(
            "Aucune règle suivie ici ne vise un appel à voter qui ne soutient personne. Votre réponse évite de le confondre avec de la propagande.",
            "No rule followed here is aimed at a call to vote that supports nobody. Your answer keeps it from being taken for propaganda."),
        Purpose.Commercial => l.Say(
            "Aucune règle électorale ne vise une annonce ordinaire. Votre réponse vérifie aussi le classement fait par la plateforme.",
            "No electoral rule is aimed at an ordinary ad. Your answer also checks how the platform classified it."),
        Purpose.HardToSay => l.Say(
            "Une langue que l’on ne lit pas, une image absente : dire que l’on ne sait pas aide autant qu’une réponse.",
            "A language one does not read, a missing picture: saying that one cannot tell helps as much as an answer."),
    };

    /// <summary>The text that the question rests on; null where there is none.</summary>
    public static string? Article(this Purpose purpose, Lang l) => purpose switch
    {
        Purpose.PartyOrCandidate => l.Say("Code électoral, articles L. 52-1 et L. 48-1", "French Electoral Code, articles L. 52-1 and L. 48-1"),
        Purpose.Revelation => l.Say("Code électoral, article L. 48-2", "French Electoral Code, article L. 48-2"),
        Purpose.Poll => l.Say("Loi n° 77-808 du 19 juillet 1977, articles 2 et 11", "French law 77-808 of 19 July 1977, articles 2 and 11"),
        Purpose.Engagement or Purpose.Commercial or Purpose.HardToSay => null,
    };
}
