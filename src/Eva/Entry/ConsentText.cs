namespace Beffroi.Eva.Entry;

/// <summary>What a person is told before saying yes. A change of words is a new version: each evaluation keeps the one that was read.</summary>
public static class ConsentText
{
    public const string Version = "2026-11";

    public static readonly IReadOnlyList<string> Sentences =
    [
        "Vous allez jouer à des petits jeux sur le travail.",
        "Nous gardons votre prénom et vos réponses.",
        "La personne qui vous accompagne et son équipe lisent vos résultats.",
        "Ce n’est pas un examen. Vous pouvez arrêter quand vous voulez.",
        "Vous pouvez demander d’effacer vos réponses.",
    ];
}
