using Beffroi.Eva.Scoring;

namespace Beffroi.Eva;

/// <summary>What a level means at work, in words that an adviser can read to the person.</summary>
public static class LevelWords
{
    public static string Of(Cefr level) => level switch
    {
        Cefr.PreA1 => "reconnaît des mots isolés ; un message écrit demande de l’aide",
        Cefr.A1 => "lit une consigne ou un message très court, avec des mots courants",
        Cefr.A2 => "lit un message simple du travail et y trouve une information",
        Cefr.B1 => "lit un texte de travail de plusieurs phrases et en tire ce qu’il faut faire",
    };

    public static string Of(Cenf level) => level switch
    {
        Cenf.PreX1 => "compte de petites quantités ; un calcul demande de l’aide",
        Cenf.X1 => "additionne et soustrait de petits nombres dans une situation connue",
        Cenf.X2 => "calcule une durée, un prix ou une quantité en une étape",
        Cenf.Y1 => "résout un problème de travail en plusieurs étapes",
    };

    public static string Name(Cefr level) => level switch { Cefr.PreA1 => "Avant A1", Cefr.A1 => "A1", Cefr.A2 => "A2", Cefr.B1 => "B1 ou plus" };

    public static string Name(Cenf level) => level switch { Cenf.PreX1 => "Avant X1", Cenf.X1 => "X1", Cenf.X2 => "X2", Cenf.Y1 => "Y1 ou plus" };

    public static string Name(Anlci level) => $"Profil {TechnicalName.Of(level)}";

    /// <summary>A probability in words: figures alone reassure too much.</summary>
    public static string Sureness(double probability) => probability switch
    {
        >= 0.9 => "très probable",
        >= 0.7 => "probable",
        >= 0.5 => "plus probable que les autres, mais incertain",
        _ => "incertain : plusieurs niveaux sont possibles",
    };

    public static string Skill(SubResult result) => (result.Skill, result.IsWord) switch
    {
        (Scoring.Skill.Ccf, true) => "Reconnaître un mot français",
        (Scoring.Skill.Ccf, false) => "Écarter un mot inventé",
        (Scoring.Skill.Ccf, null) => "Comprendre un texte de travail",
        (Scoring.Skill.SyntaxeOrthographe, _) => "Reconnaître ce qui est bien écrit",
        (Scoring.Skill.Numeratie, _) => "Calculer au travail",
        (Scoring.Skill.Memorisation, _) => "Retenir une information",
    };
}
