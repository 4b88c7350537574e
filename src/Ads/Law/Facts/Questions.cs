namespace Beffroi.Ads.Law;

/// <summary>What a person is asked, so that a rule may be answered.</summary>
public static class Questions
{
    public static Words Of(FactKey key) => key switch
    {
        FactKey.FirstShown => new("Quand a-t-elle été montrée pour la première fois, au jour et si possible à l’heure près ?", "When was it first shown, to the day and if possible to the hour?"),
        FactKey.LastShown => new("Quand a-t-elle été montrée pour la dernière fois ?", "When was it last shown?"),
        FactKey.Territories => new("Dans quelles parties du pays a-t-elle été montrée, outre-mer et étranger compris ?", "In which parts of the country was it shown, overseas and abroad included?"),
        FactKey.Medium => new("Sur quel support : en ligne, dans la presse, à la radio ou à la télévision, sur papier ?", "On which medium: online, in the press, on radio or television, on paper?"),
        FactKey.Paid => new("Quelqu’un a-t-il payé pour qu’elle soit montrée ?", "Did anybody pay for it to be shown?"),
        FactKey.PaidDuringSilence => new("Quelqu’un payait-il encore pour la montrer la veille ou le jour du vote ?", "Was anybody still paying for it on the eve or the day of the vote?"),
        FactKey.Political => new("Cherche-t-elle à peser sur un vote ou sur une loi, ou parle-t-elle pour un acteur politique ?", "Does it try to weigh on a vote or on a law, or speak for a political actor?"),
        FactKey.Names => new("Un candidat, une liste ou un parti y est-il nommé ou reconnaissable ?", "Is a candidate, a list or a party named or recognisable in it?"),
        FactKey.Promotes => new("Soutient-elle un candidat, une liste ou un parti ?", "Does it support a candidate, a list or a party?"),
        FactKey.Criticises => new("Critique-t-elle un candidat, une liste ou un parti ?", "Does it criticise a candidate, a list or a party?"),
        FactKey.ForParty => new("Sert-elle un parti, hors de toute candidature ?", "Does it serve a party, apart from any candidate?"),
        FactKey.Election => new("Quelle élection concerne-t-elle ?", "Which election is it about?"),
        FactKey.WonAtFirstRound => new("Dans cette circonscription, l’élection a-t-elle été gagnée au premier tour ?", "In this constituency, was the election won at the first round?"),
        FactKey.AuthorIsCandidate => new("Vient-elle d’un candidat ?", "Does it come from a candidate?"),
        FactKey.NewPolemic => new("Révèle-t-elle quelque chose que personne n’avait encore dit ?", "Does it reveal something that nobody had said yet?"),
        FactKey.TimeToAnswer => new("Ceux qu’elle vise avaient-ils encore le temps de répondre ?", "Did those it aims at still have the time to answer?"),
        FactKey.PollQuoted => new("Donne-t-elle un résultat de sondage ?", "Does it give the result of a poll?"),
        FactKey.PollFirstPublication => new("Ce sondage avait-il déjà été publié ailleurs ?", "Had this poll been published elsewhere before?"),
        FactKey.PollMentions => new("Que dit-elle du sondage : institut, commanditaire, acheteur, nombre de personnes, dates, questions, marges d’erreur, droit de consulter la notice, première publication ?", "What does it say of the poll: institute, client, buyer, number of people, dates, questions, margins of error, right to read the notice, first publication?"),
        FactKey.Donation => new("Demande-t-elle des dons, et rien d’autre ?", "Does it ask for donations, and nothing else?"),
        FactKey.SponsorKind => new("Qui l’a commandée : une personne, un candidat, un parti, une organisation, une administration, un État ?", "Who ordered it: a person, a candidate, a party, an organisation, an administration, a State?"),
        FactKey.SponsorCountry => new("De quel pays est celui qui l’a commandée ?", "From which country is whoever ordered it?"),
        FactKey.SponsorMayVote => new("Celui qui l’a commandée peut-il voter à cette élection ?", "May whoever ordered it vote in this election?"),
        FactKey.SponsorLivesThere => new("Celui qui l’a commandée vit-il de façon permanente dans l’Union européenne ?", "Does whoever ordered it live permanently in the European Union?"),
        FactKey.SponsorControl => new("Celui qui l’a commandée est-il contrôlé depuis l’extérieur de l’Union européenne ?", "Is whoever ordered it controlled from outside the European Union?"),
        FactKey.PayerKind => new("Qui l’a payée : une personne, un candidat, un parti, une organisation, une administration, un État ?", "Who paid for it: a person, a candidate, a party, an organisation, an administration, a State?"),
        FactKey.PayerCountry => new("De quel pays est celui qui l’a payée ?", "From which country is whoever paid for it?"),
        FactKey.PayerLivesThere => new("Celui qui l’a payée vit-il dans le pays de l’élection ?", "Does whoever paid for it live in the country of the election?"),
        FactKey.Label => new("Est-elle signalée comme publicité politique ?", "Is it labelled as a political advertisement?"),
        FactKey.Notice => new("Un avis de transparence l’accompagne-t-il, qui dise qui l’a commandée, qui la paie et combien ?", "Does a transparency notice come with it, saying who ordered it, who pays and how much?"),
        FactKey.PayerNamed => new("Peut-on lire qui la paie, à côté d’elle ou dans le registre public de la plateforme ?", "Can one read who pays for it, beside it or in the public register of the platform?"),
        FactKey.PlatformVisitors => new("Combien de visiteurs uniques par mois la plateforme reçoit-elle dans ce pays ?", "How many unique visitors a month does the platform have in this country?"),
        FactKey.VeryLargePlatform => new("La Commission européenne compte-t-elle la plateforme parmi les très grandes ?", "Does the European Commission count the platform among the very large ones?"),
        FactKey.Review => new("Une personne qui connaît ce droit peut-elle trancher ?", "Can a person who knows this law decide?"),
        FactKey.OfficialDate => new("La date officielle du vote est-elle publiée ?", "Has the official date of the vote been published?"),
        FactKey.TextToRead => new("Que dit, à sa source officielle, la version du texte qui s’appliquait ce jour-là ?", "What does the version of the text that applied that day say at its official source?"),
    };
}
