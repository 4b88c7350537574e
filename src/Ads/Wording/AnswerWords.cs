using Beffroi.Kit;

namespace Beffroi.Ads;

/// <summary>What answers are called, in each language.</summary>
public static class AnswerWords
{
    public static string Say(this PoliticalAnswer answer, Lang l) => answer switch
    {
        PoliticalAnswer.Yes => l.Say("Oui, politique", "Yes, political"),
        PoliticalAnswer.No => l.Say("Non", "No"),
        PoliticalAnswer.CannotSay => l.Say("Je ne sais pas", "I cannot tell"),
    };

    /// <summary>Out of its question: in a table, a chart.</summary>
    public static string Label(this PoliticalAnswer answer, Lang l) => answer switch
    {
        PoliticalAnswer.Yes => l.Say("Politique", "Political"),
        PoliticalAnswer.No => l.Say("Pas politique", "Not political"),
        PoliticalAnswer.CannotSay => l.Say("Ne sait pas", "Cannot tell"),
    };

    public static string Say(this YesNo answer, Lang l) => answer switch
    {
        YesNo.Yes => l.Say("Oui", "Yes"),
        YesNo.No => l.Say("Non", "No"),
        YesNo.Unknown => l.Say("Je ne sais pas", "I cannot tell"),
    };

    public static string Say(this PayerAnswer answer, Lang l) => answer switch
    {
        PayerAnswer.Person => l.Say("Une personne", "A person"),
        PayerAnswer.LegalPerson => l.Say("Une entreprise, une association, une administration", "A company, an association, a public body"),
        PayerAnswer.Party => l.Say("Un parti politique", "A political party"),
        PayerAnswer.Foreign => l.Say("Une organisation étrangère", "A foreign organisation"),
        PayerAnswer.NotSaid => l.Say("L’annonce ne le dit pas", "The ad does not say"),
    };

    public static string Say(this Question question, Lang l) => question switch
    {
        Question.Political => l.Say("Cette annonce est-elle politique ?", "Is this ad political?"),
        Question.Purpose => l.Say("À quoi sert cette annonce ?", "What is this ad for?"),
    };

    /// <summary>Name of an answer of one of the two questions, as verdicts keep it.</summary>
    public static string Label(this Question question, string answer, Lang l) => question switch
    {
        Question.Political => Enum.Parse<PoliticalAnswer>(answer).Label(l),
        Question.Purpose => Enum.Parse<Purpose>(answer).Say(l),
    };

    public static string Say(this GroupState state, Lang l) => state switch
    {
        GroupState.Open => l.Say("Attend des réponses", "Waits for answers"),
        GroupState.Settled => l.Say("Réponses suffisantes", "Enough answers"),
        GroupState.Disputed => l.Say("Réponses partagées : une relecture est demandée", "Answers differ: a review is asked for"),
        // Hidden among the others: it is shown as they are.
        GroupState.Gold => l.Say("Attend des réponses", "Waits for answers"),
        GroupState.Withdrawn => l.Say("N’est plus montrée", "Not shown any more"),
    };

    public static string Say(this AdSource source, Lang l) => source switch
    {
        AdSource.MetaLibrary => l.Say("bibliothèque publicitaire de Meta", "Meta ad library"),
        AdSource.DsaRepository => l.Say("registre publicitaire d’une très grande plateforme", "ad repository of a very large platform"),
        AdSource.EuRepository => l.Say("répertoire européen des annonces politiques", "European repository of political ads"),
        AdSource.OwnFormat => l.Say("fichier importé", "imported file"),
        AdSource.Submission => l.Say("envoi d’une personne", "sent by a person"),
    };
}
